using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace EcoPark.Web.Wall;

/// <summary>For the step from a page, which can set no cookie, to the request that does. Holds for the very session that asked, and for a minute.</summary>
internal sealed class WallTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("wall").ToTimeLimitedDataProtector();

    /// <param name="Session">Of the person who makes their browser a wall.</param>
    /// <param name="Name">Of the wall.</param>
    /// <param name="Address">What it shows.</param>
    public sealed record Ticket(Guid Session, string Name, string Address);

    public string Write(Ticket ticket) => _protector.Protect(JsonSerializer.Serialize(ticket), Validity);

    /// <returns><see langword="null"/> where it is none, or too old.</returns>
    public Ticket? Read(string? text)
    {
        try
        {
            return text is { Length: > 0 and < 4_000 } ? JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
