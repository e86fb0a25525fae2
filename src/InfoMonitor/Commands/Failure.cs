using InfoMonitor.Storage;

namespace InfoMonitor.Commands;

/// <summary>The outer edge of a verb: what a person reads when it cannot go on, and the exit code a script reads.</summary>
internal static class Failure
{
    /// <summary>Runs a verb; a wrong configuration, a missing file or an unreachable database becomes a message and an exit code, never a stack trace.</summary>
    /// <param name="whenStopped">The code after Ctrl-C: a verb that should have ended by itself did not do its work; the service did.</param>
    public static async Task<int> GuardAsync(Func<Task<int>> verb, int whenStopped = ExitCodes.Interrupted)
    {
        ArgumentNullException.ThrowIfNull(verb);
        try
        {
            return await verb();
        }
        catch (Exception exception) when (ConfigFaults.Of(exception) is { } faults)
        {
            foreach (var fault in faults) Console.Error.WriteLine(fault);
            Console.Error.WriteLine("Mend it in config/infomonitor.json or in the environment, then start again.");
            return ExitCodes.Config;
        }
        catch (HomeInUseException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCodes.Unavailable;
        }
        catch (UsageException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCodes.Usage;
        }
        catch (InvalidDataException exception)
        {
            Console.Error.WriteLine(exception.InnerException is null || exception.Message.Contains(exception.GetBaseException().Message, StringComparison.Ordinal) ? exception.Message : $"{exception.Message} {exception.GetBaseException().Message}");
            return ExitCodes.Config;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCodes.NoInput;
        }
        catch (IOException exception)   // Kestrel: the address is in use
        {
            Console.Error.WriteLine(exception.Message + " Choose another with --urls http://127.0.0.1:PORT.");
            return ExitCodes.Config;
        }
        catch (System.Data.Common.DbException exception)
        {
            Console.Error.WriteLine($"The database cannot be used: {exception.Message} Check Storage in config/infomonitor.json and that the server runs.");
            return ExitCodes.Unavailable;
        }
        catch (OperationCanceledException)
        {
            return whenStopped;
        }
    }
}
