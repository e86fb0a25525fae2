using System.Globalization;

namespace InfoMonitor.Content.Classification.Training;

/// <summary>The sentences of a card that do not depend on a run.</summary>
internal static class CardTexts
{
    public const string Own = "Apache-2.0, like the rows it was trained on";

    public const string ShareAlike = "CC BY-SA 4.0: trained in part on safesense (Trần Thanh Thiện), whose README asks for it; attribution and share-alike pass on to the model file";

    /// <summary>Of a model that learnt from the desk's labels, before what else it learnt from asks.</summary>
    public const string WithinTheOffice = "For use within the office, not to be passed on: trained in part on sentences of publishers that the desk reviewed, which stay under their copyright. Of its other rows: ";

    public const string Reviewed = "under the copyright of their publishers: for the office's own models";

    public static string Desk(string hash) =>
        string.Create(CultureInfo.InvariantCulture, $"labels file {hash}; sentences whose verdict two people agreed on and another person accepted; each weighs as a row of ours, all of a kind and language together at most {DeskRows.MostOfOurs:0.##} of ours");

    public static readonly string[] NotUsed =
    [
        "mhc_multilingual: its ten languages share no words with Vietnamese or English beyond hatecheck_en",
        "udhr: whole declarations, no labels by sentence",
        "unified_hate_vi, reintel, checkthat_en: no licence to train on; benchmarks only",
        "dantri_news, baomoi_news: press under copyright; false-flag probes only",
    ];

    public static string Algorithm(ModelSpec spec) =>
        $"Logistic regression (ML.NET L-BFGS) over {Features.Buckets:N0} hashed features: n-grams of words with accents (1-2), without (1-3), of five letters without spaces, words of a thesaurus and their pairs" + (spec.WeighsMeanings ? ", what words mean by a larger one" : "") +
        (spec.View switch
        {
            ModelView.Sentence => "; each sentence alone",
            ModelView.SentenceInContext => "; each sentence, and in a second block the words around it; the strongest sentence speaks for the text, less what a long text (over six sentences) has by chance",
            ModelView.WholeText => "; words of the whole text as one block",
        }) + spec.Form switch
        {
            TokenForm.Written => "",
            TokenForm.Grouped => "; names of protected groups are one token, which has no feature of its own nor with words that say nothing of it; harmless rows are also read with their people made a group",
            TokenForm.Named => "; names of people, of schools, of places and of who is named for an office, as the accused, or where nobody near comes to harm, are a token each, written out or as initials",
        } + "; Platt calibration on held-out parts.";

    /// <summary>Where to write the rows that a model lacks.</summary>
    /// <param name="shows">Rows of what it looks for, else of what it leaves alone.</param>
    public static string Rows(ModelSpec spec, bool shows)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var file = spec == ModelSpec.UnverifiedClaim || spec == ModelSpec.Claims ? "claims.jsonl" : spec == ModelSpec.Protected ? "protected.jsonl" : spec == ModelSpec.Topics ? "topics.jsonl" : "harm.jsonl";
        return $"Restore or write such rows in {(shows || spec.Reason is null ? file : "protected.jsonl or ordinary.jsonl")} (models/data/README.md){(shows && spec == ModelSpec.Hate ? ", or name the folder of the licensed sets with --data DIR" : "")}.";
    }

    public static string Purpose(ModelSpec spec) => spec.Name switch
    {
        "hate" => "Hate against a protected group (ICCPR 20(2), ICERD 4). Not insult of a single person, an official or an institution.",
        "incitement" => "Incitement to discrimination, hostility or violence against a protected group.",
        "exploitation-lure" => "Lures into trafficking, organ or child sale.",
        "victim-exposure" => "Exposure of a victim's or a child's identity.",
        "unverified-claim" => "Assertions worth checking about law, benefits, public services, health or safety. Says nothing about whether they are true.",
        "claims" => "What kind of sentence it is: assertion, allegation, opinion, question, call, future, other.",
        "protected" => "Recognises protected speech, to show it beside a flag and to veto unverified-claim.",
        _ => "What a text is about: the thirteen topics of human rights.",
    };

    public static string[] KnownFailures(ModelSpec spec) => spec.Name switch
    {
        "hate" or "incitement" => ["hate that is denied (\"I would never hurt ...\") or reported in the third person, in English: see HateCheck's negate_neg_nh and counter_ref_nh", "abuse of things, trades and single persons in short English sentences (target_obj_nh, target_group_nh)", "short English sentences of hate without a strong word: less than half of some functions of HateCheck is found", "irony and images of speech whose words are all friendly", "groups and insults that no training row names", "quoted hate far from the sentence that rejects it (more than three sentences)", "orders without a call word or a named group, above all in English", "which of the two a text is: each is trained on the other's rows at half weight, and either queues it"],
        "exploitation-lure" => ["a lure spread thinly over a long text", "lures whose wording is that of a lawful advert", "an advert that somebody quotes in full to ask whether it is a trap may be flagged"],
        "victim-exposure" => ["identities given only by a picture or a link", "names with no word of what happened near them", "names in small letters of other than the commonest families", "a person named in the report of an accident, without a crime, may be flagged"],
        "unverified-claim" or "claims" => ["claims split over several sentences", "a rumour told as a question"],
        "protected" => ["a text that does two things is given its stronger class only", "satire that imitates an official notice word for word"],
        _ => ["a topic only hinted at"],
    };
}
