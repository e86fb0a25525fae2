using InfoMonitor.Web;

namespace InfoMonitor.Accounts;

/// <summary>What is wrong with a new password.</summary>
internal enum PasswordFault { TooShort, TooLong, HoldsName, TooFewCharacters }

/// <summary>NIST SP 800-63B: length counts, composition rules do not.</summary>
internal static class PasswordRules
{
    public const int Longest = 256;

    public static PasswordFault? FaultOf(string name, string password, int least)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password switch
        {
            _ when password.Length < least => PasswordFault.TooShort,
            { Length: > Longest } => PasswordFault.TooLong,
            _ when password.Contains(name, StringComparison.OrdinalIgnoreCase) => PasswordFault.HoldsName,
            _ when password.Distinct().Count() < 5 => PasswordFault.TooFewCharacters,
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
    };
}
