namespace EcoPark.Platform.Accounts;

/// <summary>How often a password was tried for a name from one place since it was last right there. Names that nobody has are counted just the same.</summary>
public sealed class PasswordGuess
{
    /// <summary>User name in capitals.</summary>
    public required string Name { get; set; }

    /// <summary>Where from: <see cref="SignInSource.Key"/>.</summary>
    public required string Source { get; set; }

    public int Count { get; set; }

    /// <summary>Milliseconds since 1970.</summary>
    public long LastAt { get; set; }
}

/// <summary>Where somebody who types a password comes from.</summary>
/// <param name="Key">What guesses are counted by: an address, a browser that has been signed in with before, an open session.</param>
/// <param name="Address">The network address.</param>
/// <param name="IsKnown">A browser that this account was signed in with before, or its session: what strangers do does not bear on it.</param>
public sealed record SignInSource(string Key, string Address, bool IsKnown)
{
    /// <summary>Anybody.</summary>
    public static SignInSource Stranger(string address) => new("from:" + address, address, IsKnown: false);

    /// <summary>A browser that the account was signed in with before.</summary>
    public static SignInSource Browser(Guid browser, string address) => new($"browser:{browser:N}", address, IsKnown: true);

    /// <summary>Somebody who has signed in and is asked for the password again.</summary>
    public static SignInSource Session(Guid session, string address) => new($"session:{session:N}", address, IsKnown: true);
}
