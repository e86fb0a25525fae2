using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace InfoMonitor.Commands;

/// <summary>Whole numbers on the command line: the library would name a type of .NET where one is none.</summary>
internal static class WholeNumber
{
    /// <summary>For an option's <c>CustomParser</c>.</summary>
    /// <param name="option">Its name, for the message.</param>
    public static Func<ArgumentResult, T> Of<T>(string option, T least, T most) where T : struct, IBinaryInteger<T> => given =>
    {
        if (T.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        given.AddError($"{option}: '{given.Tokens[0].Value}' is no whole number between {least} and {most}.");
        return T.Zero;
    };
}
