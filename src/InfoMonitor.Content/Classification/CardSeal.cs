using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfoMonitor.Content.Classification;

/// <summary>A hash over the whole of a card, in the card: one edited by hand is refused.</summary>
/// <remarks>It is no signature: whoever reckons it anew is not found out.</remarks>
internal static class CardSeal
{
    private const string Key = "seal";

    /// <summary>Over all that a card's file says but the seal; white space does not count.</summary>
    public static string Of(byte[] card) => Of(JsonNode.Parse(card)!.AsObject());

    /// <summary>Seals a card as it stands.</summary>
    public static void Write(string path)
    {
        var card = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        card[Key] = Of(card);
        File.WriteAllBytes(path, [.. JsonSerializer.SerializeToUtf8Bytes(card, ModelCard.Json), (byte)'\n']);
    }

    private static string Of(JsonObject card)
    {
        card.Remove(Key);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(card.ToJsonString(ModelCard.Json))));
    }
}
