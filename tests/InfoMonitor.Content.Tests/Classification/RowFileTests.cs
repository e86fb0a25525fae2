using System.IO.Compression;
using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Classification.Training;
using InfoMonitor.Content.Matching;
using InfoMonitor.Content.Matching.Training;

namespace InfoMonitor.Content.Tests.Classification;

/// <summary>Rows that cannot be what their file wants are refused with file, line and key: else a model learns less than it seems, or a gate asks less.</summary>
public sealed class RowFileTests : IDisposable
{
    private static readonly string[] Own = ["protected.jsonl", "harm.jsonl", "claims.jsonl", "topics.jsonl", "corrections.jsonl", "ordinary.jsonl", "reserve-protected.jsonl", "reserve-harm.jsonl", "reserve-identity.jsonl", "reserve-corrections.jsonl"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rows-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("protected.jsonl", """{"id":"1","language":"vi","class":"opinion","text":"Câu.","clas":"x"}""", "clas: no such key. The keys are id, language, class, text.")]
    [InlineData("protected.jsonl", """{"id":"1","language":"vi","text":"Câu."}""", "class: is missing. Each row has id, language, class, text.")]
    [InlineData("protected.jsonl", """{"id":"1","language":"vi","class":"opinion","text":" "}""", "text: is empty.")]
    [InlineData("protected.jsonl", """{"id":"1","language":"vi","class":"opinon","text":"Câu."}""", "class: 'opinon' cannot stand here. Write one of opinion,")]
    [InlineData("protected.jsonl", """{"id":"1","language":"fr","class":"opinion","text":"Phrase."}""", "language: 'fr' cannot stand here. Write one of vi, en, km.")]
    [InlineData("protected.jsonl", """{"id":1,"language":"vi","class":"opinion","text":"Câu."}""", "id: is no text. Write it in quotes.")]
    [InlineData("protected.jsonl", """{"id":"1","id":"2","language":"vi","class":"opinion","text":"Câu."}""", "id: stands twice.")]
    [InlineData("protected.jsonl", """{"id":"1","language":"vi","class":"opinion","text":"Câu."} x""", "json: the line cannot be read as JSON.")]
    [InlineData("protected.jsonl", """["id"]""", "json: the line is no object.")]
    [InlineData("protected.jsonl", """{"id":"1","language":"vi","class":"opinion","text":"\ud83d"}""", "json: the line holds characters that are no text.")]
    [InlineData("harm.jsonl", """{"id":"1","language":"vi","reason":"unverified-claim","text":"Câu."}""", "reason: 'unverified-claim' is no harm. Write one of hate,")]
    [InlineData("claims.jsonl", """{"id":"1","language":"vi","label":"lie","text":"Câu."}""", "label: 'lie' cannot stand here. Write one of assertion,")]
    [InlineData("claims.jsonl", """{"id":"1","language":"vi","label":"other","text":"Câu.","topics":["weather"]}""", "topics: 'weather' cannot stand here.")]
    [InlineData("topics.jsonl", """{"id":"1","language":"vi","topics":"children","text":"Câu."}""", "topics: is no list of texts.")]
    [InlineData("corrections.jsonl", """{"id":"1","language":"vi","statement":"Câu.","verdict":"Sai","debunk":"Không.","paraphrases":[]}""", "lookalikes: is missing.")]
    public void A_wrong_row_is_named_with_file_line_and_key_and_what_to_do(string file, string line, string says)
    {
        Empty();
        File.WriteAllText(At(file), "\n" + line + "\n");
        Should.Throw<InvalidDataException>(() => RowReader.Training(folder.FullName)).Message.ShouldStartWith($"{At(file)}:2: {says}");
    }

    [Fact]
    public void A_file_of_rows_may_be_empty_and_may_not_be_missing()
    {
        Empty();
        RowReader.Training(folder.FullName).ShouldBeEmpty();
        CorrectionReserve.References(folder.FullName).Count.ShouldBe(0);
        foreach (var (file, read) in new (string, Action)[]
        {
            ("ordinary.jsonl", () => RowReader.Training(folder.FullName)), ("reserve-identity.jsonl", () => RowReader.Mentions(folder.FullName)), ("reserve-harm.jsonl", () => RowReader.Reserve(folder.FullName)),
            ("reserve-corrections.jsonl", () => CorrectionReserve.References(folder.FullName)), ("claims.jsonl", () => CorrectionRows.Ordinary(folder.FullName)),
        })
        {
            File.Delete(At(file));
            Should.Throw<FileNotFoundException>(read).Message.ShouldStartWith($"There is no file {At(file)}. Restore it");
            File.WriteAllText(At(file), "");
        }
        Should.Throw<InvalidDataException>(() => RowReader.Reserve(folder.FullName)).Message.ShouldStartWith("There is no reserve in");
    }

    [Fact]
    public void Rows_of_licensed_sets_are_held_to_their_form_and_a_set_that_is_not_there_is_none()
    {
        LicensedSets.Read(folder.FullName).ShouldBeEmpty();
        var path = Path.Combine(folder.CreateSubdirectory("hatecheck_en").FullName, "hatecheck_en.jsonl");
        Should.Throw<FileNotFoundException>(() => LicensedSets.Read(folder.FullName)).Message.ShouldContain(path);
        foreach (var (line, says) in new[]
        {
            ("""{"id":"1","text":"They are kind.","label":"nice","function":"ident_pos_nh","target":""}""", "label: 'nice' cannot stand here. Write one of hateful, non-hateful."),
            ("""{"id":"1","text":"They are kind.","label":"hateful","function":"ident_pos_nh","lang":"fr"}""", "lang: 'fr' cannot stand here."),
            ("""{"id":"1","text":"They are kind.","label":"hateful"}""", "function: is missing."),
            ("""{"id":"1","text":"They are kind.","label":"hateful","function":"x","author":"N"}""", "author: no such key."),
        })
        {
            File.WriteAllText(path, line);
            Should.Throw<InvalidDataException>(() => LicensedSets.Read(folder.FullName)).Message.ShouldStartWith($"{path}:1: {says}");
        }
        File.WriteAllText(path, "");
        path = Path.Combine(folder.CreateSubdirectory("safesense").FullName, "safesense.jsonl.gz");
        File.WriteAllText(path, "no gzip");
        Should.Throw<InvalidDataException>(() => LicensedSets.Read(folder.FullName)).Message.ShouldStartWith($"{path}:1: gzip: ");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress)) gzip.Write("""{"id":"1","text":"Một câu đủ dài.","title":"","label":"ANGRY"}"""u8);
        Should.Throw<InvalidDataException>(() => LicensedSets.Read(folder.FullName)).Message.ShouldStartWith($"{path}:1: label: 'ANGRY' cannot stand here.");
        File.Delete(path);
        Directory.Delete(Path.GetDirectoryName(path)!);
        path = Path.Combine(folder.CreateSubdirectory("unified_hate_vi").FullName, "unified_hate_vi.jsonl.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress)) gzip.Write("""{"id":"1","text":"Câu.","labels":{"vihsd":["RUDE"]},"splits":{"vihsd":["dev"]}}"""u8);
        Should.Throw<InvalidDataException>(() => Evaluation.Unified(folder.FullName)).Message.ShouldStartWith($"{path}:1: labels.vihsd: ");
    }

    [Theory]
    [InlineData("", "1: texts: the file is empty.")]
    [InlineData("many\n", "1: texts: 'many' is no count of texts.")]
    [InlineData("9\nmưa\t2\nnắng\n", "3: word: the line is no word and its count")]
    [InlineData("9\nmưa\t2\nnắng\tba\n", "3: count: 'ba' is no count")]
    [InlineData("9\nmưa\t10\n", "2: count: '10' is no count of at most 9 texts.")]
    [InlineData("9\nmưa\t2\nmưa\t3\n", "3: word: 'mưa' stands there twice.")]
    public void What_is_wrong_with_the_list_of_words_is_told_with_its_line(string text, string says)
    {
        Should.Throw<InvalidDataException>(() => WordWeights.Read(text, "words.tsv", "Restore it.")).Message.ShouldSatisfyAllConditions(m => m.ShouldStartWith("words.tsv:" + says), m => m.ShouldEndWith("Restore it."));
        WordWeights.Read("9\nmưa\t2\n", "words.tsv", "").Counts.ShouldHaveSingleItem().Value.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "json: this is not JSON: ")]
    [InlineData(",\"purpose\":7}", "purpose: holds something else than belongs there.")]
    [InlineData(",\"name\":\"hate\"}", "purpose: is missing.")]
    public void A_broken_card_is_told_with_line_and_key_and_no_type_of_ours(string end, string says)
    {
        var path = At("card.json");
        File.WriteAllText(path, """{"notUsed":[]""" + "\n" + end);
        Should.Throw<InvalidDataException>(() => LinearModel.ReadCard(path)).Message.ShouldSatisfyAllConditions(
            m => m.ShouldStartWith($"{path}:2: {says}"), m => m.ShouldEndWith("infomonitor model train"), m => m.ShouldNotContain("InfoMonitor."), m => m.ShouldNotContain("LineNumber"));
    }

    [Fact]
    public void What_stands_behind_a_card_is_refused()
    {
        var path = At("card.json");
        File.WriteAllText(path, File.ReadAllText(Path.Combine(Repository.Models, "hate", "card.json")) + "x");
        Should.Throw<InvalidDataException>(() => LinearModel.ReadCard(path)).Message.ShouldMatch($"^{path}:[0-9]+: json: this is not JSON: 'x' is invalid after a single JSON value");
    }

    [Fact]
    public void A_key_of_a_card_that_is_null_is_named()
    {
        var (path, card) = (At("card.json"), System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Models, "hate", "card.json")))!.AsObject());
        card.Remove("seal");
        card["gate"] = null;
        File.WriteAllText(path, card.ToJsonString());
        Should.Throw<InvalidDataException>(() => LinearModel.ReadCard(path)).Message.ShouldStartWith($"{path}: gate: is null.");
    }

    private void Empty()
    {
        foreach (var file in Own) File.WriteAllText(At(file), "");
    }

    private string At(string file) => Path.Combine(folder.FullName, file);
}
