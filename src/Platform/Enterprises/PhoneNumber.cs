using System.Text.RegularExpressions;

namespace EcoPark.Platform.Enterprises;

/// <summary>Telephone numbers as people write them.</summary>
public static partial class PhoneNumber
{
    public static string? Check(string text) =>
        Form().IsMatch(text) ? null : $"“{text}”不像电话号码：请填手机号（11 位）或带区号的固定电话，如 0512-12345678。";

    [GeneratedRegex(@"^(\+86[- ]?)?(1[3-9]\d{9}|(0\d{2,3}[- ]?)?\d{7,8}(-\d{1,6})?|400[- ]?\d{3}[- ]?\d{4}|[1-9]\d{2,4})\z")]
    private static partial Regex Form();
}
