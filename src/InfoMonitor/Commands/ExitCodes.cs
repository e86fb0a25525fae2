namespace InfoMonitor.Commands;

/// <summary>Exit codes of every verb (sysexits.h where one fits).</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The work was done and found something wrong (an invalid file, a failed gate, a broken chain, a line of a batch that failed).</summary>
    public const int Found = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>EX_NOINPUT: an input file is missing or unreadable.</summary>
    public const int NoInput = 66;

    /// <summary>EX_UNAVAILABLE: the database cannot be reached, or another service holds it.</summary>
    public const int Unavailable = 69;

    /// <summary>EX_CANTCREAT: an output file cannot be written.</summary>
    public const int CannotCreate = 73;

    /// <summary>EX_TEMPFAIL: what was to be read cannot be had now; later it may.</summary>
    public const int TryLater = 75;

    /// <summary>EX_CONFIG: the configuration is wrong.</summary>
    public const int Config = 78;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT); a verb gives it for either signal, and <see cref="CommandLine"/> tells them apart.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM (128 + 15).</summary>
    public const int Terminated = 143;
}
