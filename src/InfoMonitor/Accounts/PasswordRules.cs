using InfoMonitor.Domain;

namespace InfoMonitor.Accounts;

/// <summary>What is wrong with a new password.</summary>
internal enum PasswordFault { TooShort, TooLong, HoldsName, TooFewCharacters, Common }

/// <summary>NIST SP 800-63B: length counts, composition rules do not.</summary>
internal static class PasswordRules
{
    public const int Longest = 256;

    /// <summary>What is tried first: without these and their like, too little is left.</summary>
    private static readonly string[] Common = ["infomonitor", "password", "matkhau", "mật khẩu", "mật-khẩu", "qwertyuiop", "qwerty", "1234567890", "123456789", "12345678", "123456", "1234", "abc123", "iloveyou", "admin", "welcome", "vietnam"];

    /// <summary>Letters that a common word must leave over.</summary>
    private const int LeastOwn = 8;

    public static PasswordFault? FaultOf(string name, string password, int least)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password switch
        {
            _ when password.Length < least => PasswordFault.TooShort,
            { Length: > Longest } => PasswordFault.TooLong,
            _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => PasswordFault.HoldsName,
            _ when password.Distinct().Count() < 5 => PasswordFault.TooFewCharacters,
            _ when Common.Aggregate(password.ToLowerInvariant(), (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Length is var own && own < password.Length && own < LeastOwn => PasswordFault.Common,
            _ => null,
        };
    }

    /// <summary>The first place is the least length.</summary>
    public static Text Of(PasswordFault fault) => fault switch
    {
        PasswordFault.TooShort => new("Mật khẩu cần ít nhất {0} ký tự. Vài từ không liên quan ghép lại là tốt.", "The password needs at least {0} characters. A few unrelated words make a good one."),
        PasswordFault.TooLong => new("Mật khẩu dài quá 256 ký tự.", "The password is longer than 256 characters."),
        PasswordFault.HoldsName => new("Mật khẩu chứa tên đăng nhập.", "The password contains the sign-in name."),
        PasswordFault.TooFewCharacters => new("Mật khẩu chỉ lặp lại vài ký tự.", "The password repeats a few characters only."),
        PasswordFault.Common => new("Mật khẩu là một từ ai cũng thử trước. Ghép vài từ không liên quan.", "The password is one that everybody tries first. Put a few unrelated words together."),
    };
}
