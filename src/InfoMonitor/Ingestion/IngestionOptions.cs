using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Ingestion;

/// <summary>How a fetched page becomes an item, a story and a flag.</summary>
internal sealed class IngestionOptions
{
    public const string Section = "Ingestion";

    /// <summary>The folder of the trained models, relative to the home folder.</summary>
    /// <value>Default: <c>models</c>.</value>
    [Required]
    public string Models { get; init; } = "models";

    /// <summary>The folder of candidate models, relative to the home folder: they judge every page's text after the live ones, which is counted on <c>/models</c>, and flag nothing. See <c>model promote</c>.</summary>
    /// <value>Default: empty, none.</value>
    /// <remarks>With one, judging takes twice the time and the memory of a second set. A folder that cannot be used is told in the log, and the service goes on without.</remarks>
    public string Shadow { get; init; } = "";

    /// <summary>Calibrated probabilities from which a text is flagged for a reason, in place of the models' own: by the reason's word (<c>hate</c>, <c>incitement</c>, <c>exploitation-lure</c>, <c>victim-exposure</c>, <c>matches-correction</c>, <c>unverified-claim</c>). They hold for the candidate in shadow too.</summary>
    /// <value>Default: empty, the thresholds of the models' cards (<c>model info</c>, <c>/models</c>).</value>
    /// <remarks>Only higher ones are taken: at a lower one no gate passed, and the service does not start. Near 1: nothing is flagged for that reason any more.</remarks>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    /// <summary>The longest time for reading one page's text out of its markup.</summary>
    /// <value>Default: 10 seconds.</value>
    /// <remarks>Short: large ordinary pages end as unsupported on a slow machine. Long: a page built to hold a reader holds one worker for that time.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan ReadWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most characters of what is read from one page: its title, its text and its fact-checks. A page with more ends as unsupported, and nothing of it is stored.</summary>
    /// <value>Default: 1,000,000.</value>
    /// <remarks>Below some 500,000 the longest codes of law are not read. Millions: one page built to be long takes gigabytes of memory while it is judged.</remarks>
    [Range(10_000, 10_000_000)]
    public int Characters { get; init; } = 1_000_000;

    /// <summary>How long after its last copy a story takes further copies.</summary>
    /// <value>Default: 30 days.</value>
    /// <remarks>Short: a text that comes back later stands in the queue again, as a story of its own. Long: more stories to compare with, and an old verdict covers a new wave.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan Lookback { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Stories compared with word by word for one item, those that share most first.</summary>
    /// <value>Default: 20.</value>
    /// <remarks>Few: a copy may be missed among texts with the same boilerplate. Many: each costs about a millisecond.</remarks>
    [Range(1, 500)]
    public int Candidates { get; init; } = 20;

    /// <summary>How long after its last copy a story is still compared with references that come later.</summary>
    /// <value>Default: 30 days.</value>
    /// <remarks>Short: a rumour whose fact-check takes weeks is never matched. Long: each new fact-check is compared with more texts.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan MatchBack { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often a worker looks whether references were added.</summary>
    /// <value>Default: 5 minutes.</value>
    /// <remarks>Short: a few questions to the database more. Long: a rumour that is answered already waits that long for its flag.</remarks>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan MatchBackEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The time the office gives itself for what is urgent, by the clock: incitement, exploitation lures, exposed victims, and stories that spread fast.</summary>
    /// <value>Default: 24 hours.</value>
    /// <remarks>Short: flags are overdue over night. Long: harm spreads before anybody looks.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan UrgentWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The same for everything else, in working time (section <c>Calendar</c>).</summary>
    /// <value>Default: 24 working hours, three days of eight.</value>
    /// <remarks>Short: everything looks urgent. Long: an answer comes after the claim has travelled.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00")]
    public TimeSpan OthersWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>So many sources that carry a story within <see cref="UrgentSpread"/> make its flag urgent.</summary>
    /// <value>Default: 5.</value>
    /// <remarks>Few: agency copy that everybody prints becomes urgent. Many: a rumour is everywhere before anybody hurries.</remarks>
    [Range(2, 1_000)]
    public int UrgentSources { get; init; } = 5;

    /// <summary>The stretch in which these sources are counted.</summary>
    /// <value>Default: 24 hours.</value>
    /// <remarks>Short: only a burst counts. Long: a slow story becomes urgent too.</remarks>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan UrgentSpread { get; init; } = TimeSpan.FromHours(24);
}
