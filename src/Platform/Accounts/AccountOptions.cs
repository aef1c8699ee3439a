namespace EcoPark.Platform.Accounts;

/// <summary>Settings <c>EcoPark:Accounts</c>; the defaults are those of GB/T 22239-2019 level 3.</summary>
public sealed class AccountOptions
{
    /// <summary>With fewer a server says at its start that it is not for use.</summary>
    public const int FewestPasswordRounds = 210_000;

    public const string Section = "EcoPark:Accounts";

    public int MinPasswordLength { get; set; } = 10;

    public TimeSpan PasswordValidity { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A password that was given by somebody else must be used within this time, and changed then.</summary>
    public TimeSpan OneTimeValidity { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Passwords before the present one that may not come back.</summary>
    public int RememberedPasswords { get; set; } = 5;

    public int FailuresBeforeLockout { get; set; } = 5;

    public TimeSpan Lockout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 that a stored password takes, as OWASP has it. Only tests, which sign in all the time, set fewer.</summary>
    public int PasswordRounds { get; set; } = FewestPasswordRounds;

    /// <summary>Wrong passwords from one address, whatever the names, within <see cref="Lockout"/>.</summary>
    public int FailuresPerAddress { get; set; } = 30;

    /// <summary>Wrong passwords for one name, wherever from, within <see cref="Lockout"/>; from then on strangers may try once in <see cref="SlowGuess"/>.</summary>
    public int FailuresBeforeSlow { get; set; } = 20;

    public TimeSpan SlowGuess { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A browser signs in anew after this long, however busy it is.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A program that somebody has signed in to asks them again after this long, however often it has renewed its tokens.</summary>
    public TimeSpan ProgramLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Names of product and park, which no password may contain.</summary>
    public IList<string> OwnNames { get; } = ["EcoPark"];

    /// <summary>Names of the roles that need a second factor (all: <c>*</c>): without one they may do nothing but bind it.</summary>
    public IList<string> SecondFactorRoles { get; } = [];

    /// <summary>Browsers that one account may be signed in with; a further one ends the oldest.</summary>
    public int MaxSessions { get; set; } = 3;
}
