using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications.Push;

/// <summary>The key pair by which push services know the platform, one for all nodes.</summary>
public sealed class PushKey
{
    public int Id { get; set; }

    /// <summary>PKCS #8, base64; sealed in the database.</summary>
    public required string PrivateKey { get; set; }
}

/// <summary>VAPID, RFC 8292: says to a push service who sends.</summary>
public sealed class PushKeys(IDbContextFactory<ParkDb> databases, NotificationOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>RFC 8292 2: at most a day.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim _opening = new(1);
    private ECDsa? _key;

    /// <summary>Key for <c>PushManager.subscribe</c>, base64url.</summary>
    public async Task<string> PublicKey(CancellationToken cancellationToken) =>
        Base64Url.EncodeToString(PushMessage.PointOf((await Key(cancellationToken).ConfigureAwait(false)).ExportParameters(includePrivateParameters: false)));

    /// <summary>Value of the header Authorization for one push service.</summary>
    public async Task<string> Authorization(Uri endpoint, CancellationToken cancellationToken)
    {
        var key = await Key(cancellationToken).ConfigureAwait(false);
        var claims = new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = (clock.GetUtcNow() + Validity).ToUnixTimeSeconds(), sub = options.Push.Subject };
        var signed = $"{Part(new { typ = "JWT", alg = "ES256" })}.{Part(claims)}";
        // RFC 7518 3.4: r and s side by side, not DER.
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={signed}.{Base64Url.EncodeToString(signature)}, k={await PublicKey(cancellationToken).ConfigureAwait(false)}";
    }

    public void Dispose()
    {
        _key?.Dispose();
        _opening.Dispose();
    }

    private static string Part(object content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));

    private async Task<ECDsa> Key(CancellationToken cancellationToken)
    {
        if (_key is not null)
            return _key;
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_key is not null)
                return _key;
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var stored = await db.Set<PushKey>().AsNoTracking().FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? await Make(db, cancellationToken).ConfigureAwait(false);
            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(stored.PrivateKey), out _);
            return _key = key;
        }
        finally
        {
            _opening.Release();
        }
    }

    private static async Task<PushKey> Make(ParkDb db, CancellationToken cancellationToken)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = new PushKey { Id = 1, PrivateKey = Convert.ToBase64String(fresh.ExportPkcs8PrivateKey()) };
        try
        {
            db.Add(made);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return made;
        }
        catch (DbUpdateException)
        {
            // Another node was faster: there is one key for all.
            db.ChangeTracker.Clear();
            return await db.Set<PushKey>().AsNoTracking().SingleAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
