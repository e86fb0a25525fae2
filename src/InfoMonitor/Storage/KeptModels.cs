using InfoMonitor.Content.Classification;
using Microsoft.Extensions.Options;

namespace InfoMonitor.Storage;

/// <summary>
/// Every set of models that judged something, beside the database, in a folder named by its content hash: what is stored replays (DESIGN 2.5) whatever became of the folder it was loaded from.
/// A file <c>live</c> among them names the set that was promoted; while there is none the configured folder is live.
/// </summary>
/// <remarks>Files, not rows: a set is loaded from a folder, the image's own may be read-only, and a rename makes a switch whole. On PostgreSQL each node keeps what it used itself.</remarks>
internal sealed class KeptModels(Home home, IOptions<StorageOptions> storage)
{
    private const string Live = "live";
    private const int HashLength = 64;

    /// <summary>Absolute path; need not be there.</summary>
    public string Folder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(storage.Value.File, home.Folder))!, "models");

    /// <summary>The version that was promoted; null for none.</summary>
    public string? Promoted => File.Exists(Path.Combine(Folder, Live)) ? File.ReadAllText(Path.Combine(Folder, Live)).Trim() : null;

    /// <summary>The folder of a kept version; null where it is not kept.</summary>
    public string? Find(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var folder = Path.Combine(Folder, version);
        return version.Length == HashLength && version.All(char.IsAsciiHexDigitLower) && Directory.Exists(folder) ? folder : null;
    }

    /// <summary>Keeps the models of a folder, once; whole or not at all, whoever is killed meanwhile.</summary>
    /// <param name="version">Content hash of what was loaded from it.</param>
    /// <returns>Where they are kept now.</returns>
    /// <exception cref="IOException">They cannot be written, or the folder holds another version by now.</exception>
    public string Keep(string folder, string version)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(version);
        if (Find(version) is { } kept) return kept;
        var (made, place) = (Path.Combine(Folder, "." + Guid.NewGuid().ToString("N")), Path.Combine(Folder, version));
        try
        {
            foreach (var card in Directory.EnumerateFiles(folder, "card.json", SearchOption.AllDirectories))
            {
                var from = Path.GetDirectoryName(card)!;
                var to = Directory.CreateDirectory(Path.Combine(made, Path.GetRelativePath(folder, from))).FullName;
                foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
            if (!Directory.Exists(made) || ModelSet.Version(made) != version) throw new IOException($"{folder} holds other models than were loaded from it. Start the service again.");
            Directory.Move(made, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
            // Another process was first, with the same files.
        }
        finally
        {
            if (Directory.Exists(made)) Directory.Delete(made, recursive: true);
        }
        return place;
    }

    /// <summary>Makes a kept version the one that judges from the next start on; null: the configured folder again.</summary>
    public void Promote(string? version)
    {
        var file = Path.Combine(Folder, Live);
        if (version is null)
        {
            File.Delete(file);
            return;
        }
        var next = file + "." + Guid.NewGuid().ToString("N");
        File.WriteAllText(next, version + "\n");
        File.Move(next, file, overwrite: true);   // a rename: whoever reads sees one or the other
    }
}
