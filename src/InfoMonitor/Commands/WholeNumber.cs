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
        if (Read(given.Tokens[0].Value, least, most) is { } number) return number;
        given.AddError($"{option}: '{given.Tokens[0].Value}' is no whole number between {least} and {most}.");
        return T.Zero;
    };

    /// <summary>Null where it is none, or beyond the bounds.</summary>
    public static T? Read<T>(string text, T least, T most) where T : struct, IBinaryInteger<T> =>
        T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
