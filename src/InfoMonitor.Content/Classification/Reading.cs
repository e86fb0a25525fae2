using System.Text;
using InfoMonitor.Content.Text;

namespace InfoMonitor.Content.Classification;

/// <summary>A sentence of a text, ready for the models. What they weigh is reckoned when it is first asked for: a unit belongs to one thread.</summary>
internal sealed class Unit
{
    private readonly Form written, grouped;
    private Form? named;

    public Unit(string sentence, int offset, List<Token> tokens)
    {
        (Sentence, Offset) = (sentence, offset);
        var groups = Groups.Merge(tokens);
        written = new Form(tokens, groups);
        grouped = groups == tokens ? written : new Form(Denials.Merge(sentence, groups), groups);
    }

    public string Sentence { get; }

    /// <summary>Start in the text; -1 for the title.</summary>
    public int Offset { get; }

    /// <summary>This sentence or one around it speaks of harm; set when the text is read, before anything is weighed.</summary>
    public bool NearHarm { get; set; }

    public List<Token> Tokens(TokenForm form) => In(form).Tokens;

    public List<Concept> Concepts(TokenForm form) => In(form).Concepts;

    /// <summary>What its features weigh by a table, those of <see cref="Features.Around"/> unscaled; by the columns of the table's block.</summary>
    public double[] Sums(WeightTable table, TokenForm form, bool around) => In(form).Sums(table, around);

    /// <summary>What its meanings weigh, unscaled; not kept, since one model asks.</summary>
    public double[] Meant(WeightTable table, TokenForm form)
    {
        var sums = new double[table.Around.Width];
        var sink = new WeightTable.Sink(table.Around, sums);
        Features.Meanings(Tokens(form), ref sink);
        sink.Flush();
        return sums;
    }

    private Form In(TokenForm form) => form switch
    {
        TokenForm.Written => written,
        TokenForm.Grouped => grouped,
        TokenForm.Named => named ??= Named(),
    };

    private Form Named()
    {
        var names = Names.Merge(Sentence, written.Tokens, NearHarm);
        return names == written.Tokens ? written : new Form(names, Groups.Merge(names));
    }

    /// <summary>The sentence in one form of its tokens, and what that weighs by the table that was last asked.</summary>
    /// <param name="forConcepts">The same tokens with the groups' names merged.</param>
    private sealed class Form(List<Token> tokens, List<Token> forConcepts)
    {
        private List<Concept>? concepts;
        private WeightTable? asked;
        private double[]? own, around;

        public List<Token> Tokens => tokens;

        public List<Concept> Concepts => concepts ??= Classification.Concepts.Of(forConcepts);

        public double[] Sums(WeightTable table, bool around)
        {
            if (asked != table) (asked, own, this.around) = (table, null, null);
            return around ? this.around ??= Around(table.Around) : own ??= Own(table.Own);
        }

        private double[] Own(WeightTable.Block block)
        {
            var sums = new double[block.Width];
            var sink = new WeightTable.Sink(block, sums);
            Features.Sentence(tokens, Concepts, ref sink);
            sink.Flush();
            return sums;
        }

        private double[] Around(WeightTable.Block block)
        {
            var sums = new double[block.Width];
            var sink = new WeightTable.Sink(block, sums);
            Features.Around(tokens, Concepts, ref sink);
            sink.Flush();
            return sums;
        }
    }
}

/// <summary>A text cut into sentences, the title first.</summary>
internal sealed class Reading
{
    /// <summary>How many sentences on each side are a sentence's surroundings.</summary>
    private const int Reach = 3;

    /// <summary>A line without a full stop may be endless: pieces of at most this many characters.</summary>
    private const int LongestSentence = 600;

    private const string Opening = "\"“«„", Closing = "\"”»";

    /// <summary>Sentences, title included, of what still counts as a post.</summary>
    private const double PostLength = 6;

    private Reading(List<Unit> units, bool titled, string language) => (Units, Titled, IsEnglish) = (units, titled, language == "en");

    public IReadOnlyList<Unit> Units { get; }

    /// <summary>A protected group is named somewhere in it.</summary>
    public bool NamesGroup => namesGroup ??= Units.Any(u => u.Tokens(TokenForm.Grouped).Exists(t => t.Word.IsGroup));

    private bool? namesGroup;

    /// <summary>The first unit is the title.</summary>
    public bool Titled { get; }

    /// <summary>The text was identified as English, for <see cref="OutputCard.English"/>.</summary>
    public bool IsEnglish { get; }

    /// <summary>How far the text is longer than a post: log(sentences / 6), 0 up to six. Says nothing of its source.</summary>
    public double Excess => ExcessOf(Units.Count);

    /// <inheritdoc cref="Excess"/>
    public static double ExcessOf(int sentences) => Math.Log(Math.Max(1, sentences / PostLength));

    /// <param name="title">Null for none. One with which the text opens is read once, where the text has it.</param>
    /// <param name="language">ISO 639-1.</param>
    public static Reading Of(string? title, string text, string language = "vi")
    {
        text = Unquoted(Senders.Blank(text));
        title = title is null ? "" : Senders.Blank(title).Trim();
        var units = new List<Unit>();
        if (title.Length > 0 && !Opens(title, text)) units.Add(new Unit(title, -1, Tokens.Of(title, 0)));
        foreach (var span in Sentences.Split(text))
            for (var start = span.Start; start < span.Start + span.Length;)
            {
                var length = Cut(text, start, span.Start + span.Length - start);
                var tokens = Tokens.Of(text.AsSpan(start, length), 0);
                if (tokens.Count > 0) units.Add(new Unit(text.Substring(start, length), start, tokens));
                start += length;
            }
        var reading = new Reading(units, titled: title.Length > 0 && units.Count > 0, language);
        var harm = units.ConvertAll(u => Names.SpeakOfHarm(u.Tokens(TokenForm.Written)));
        for (var i = 0; i < units.Count; i++) units[i].NearHarm = harm[i] || reading.Around(i).Any(k => harm[k]);
        return reading;
    }

    /// <summary>Indexes of the units around one: its neighbours, and the title.</summary>
    public IEnumerable<int> Around(int at)
    {
        if (Titled && at > Reach) yield return 0;
        for (var i = Math.Max(0, at - Reach); i <= Math.Min(Units.Count - 1, at + Reach); i++)
            if (i != at) yield return i;
    }

    /// <summary>A short post has its text for a title: read twice, each would stand around itself.</summary>
    private static bool Opens(string title, string text)
    {
        var after = text.AsSpan().TrimStart();
        return after.StartsWith(title, StringComparison.Ordinal) && (after.Length == title.Length || !char.IsLetterOrDigit(after[title.Length]));
    }

    /// <summary>Marks around the whole of a text are those of who passed it on; blanked, so that every offset holds.</summary>
    private static string Unquoted(string text)
    {
        var inner = text.AsSpan().Trim();
        if (inner.Length < 3 || !Opening.Contains(inner[0]) || !Closing.Contains(inner[^1]) || inner[1..^1].ContainsAny(Opening + Closing)) return text;
        return new StringBuilder(text) { [text.IndexOf(inner[0])] = ' ', [text.LastIndexOf(inner[^1])] = ' ' }.ToString();
    }

    private static int Cut(string text, int start, int length)
    {
        if (length <= LongestSentence) return length;
        var space = text.LastIndexOf(' ', start + LongestSentence, LongestSentence / 2);
        if (space > start) return space + 1 - start;
        return char.IsHighSurrogate(text[start + LongestSentence - 1]) ? LongestSentence - 1 : LongestSentence;
    }
}
