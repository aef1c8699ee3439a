using System.Security.Cryptography;

namespace EcoPark.Platform.Security;

/// <summary>A secret that says whose it is before it is sealed: put into another row of its column it does not open.</summary>
public static class RowSecret
{
    private const char End = '\n';

    /// <param name="row">What the row is known by, set before: one line, which the rules of whatever is saved see to.</param>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentNullException">The row was not set yet: a mistake of the caller, told where it is made.</exception>
    public static string Close(string row, string secret)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{row}{End}{secret}";
    }

    /// <returns>The secret; empty where none was ever set.</returns>
    /// <exception cref="CryptographicException">It is another row's.</exception>
    public static string Open(string row, string closed)
    {
        if (closed.Length == 0)
            return "";
        return closed.Length > row.Length && closed[row.Length] == End && closed.StartsWith(row, StringComparison.Ordinal)
            ? closed[(row.Length + 1)..] : throw new CryptographicException("It was sealed for another row.");
    }
}
