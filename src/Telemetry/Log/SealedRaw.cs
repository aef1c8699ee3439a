using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform.Security;

namespace EcoPark.Telemetry.Log;

/// <summary>Raw bytes as the log stores them: passwords masked in place, and sealed beside, so that whoever reads the files does not read them, and a replay still can.</summary>
internal sealed class SealedRaw(SecretBox box)
{
    /// <summary>A device always sends the same password: sealing it once does for all its telegrams.</summary>
    private const int Remembered = 20_000;

    private readonly ConcurrentDictionary<(string, string), string> _sealed = new();
    private readonly ConcurrentDictionary<(string, string), string> _opened = new();

    /// <summary>What passwords of a device's telegrams are sealed for.</summary>
    public static string PlaceOf(string mn) => "telegram " + mn;

    /// <returns>The masked bytes, and what was masked; <see langword="null"/> where there was nothing.</returns>
    public (byte[] Masked, string? Secret) Close(ReadOnlyMemory<byte> raw, string mn)
    {
        var places = TelegramSecrets.Find(raw.Span);
        if (places.Count == 0)
            return (raw.ToArray(), null);
        var secret = new StringBuilder();
        foreach (var place in places)
            secret.Append(Encoding.Latin1.GetString(raw.Span[place]));
        return (TelegramSecrets.Masked(raw.Span), Remember(_sealed, mn, secret.ToString(), box.Seal));
    }

    /// <summary>The bytes as they came; still masked where they were sealed with a key that this platform does not have.</summary>
    public byte[] Open(byte[] masked, string? secret, string mn)
    {
        if (secret is null)
            return masked;
        try
        {
            var plain = Encoding.Latin1.GetBytes(Remember(_opened, mn, secret, box.Unseal));
            var at = 0;
            foreach (var place in TelegramSecrets.Find(masked))
            {
                var span = masked.AsSpan(place);
                plain.AsSpan(at, span.Length).CopyTo(span);
                at += span.Length;
            }
        }
        catch (CryptographicException)
        {
            // Another master key: the telegram can be looked at, not read again.
        }

        return masked;
    }

    /// <summary>Secrets of a device under another key; those that it opens already are left out.</summary>
    public static (IReadOnlyList<(string Old, string Fresh)> Changed, long Unopened) Reseal(IEnumerable<string> secrets, string mn, SecretBox from, SecretBox to)
    {
        var (changed, unopened, place) = (new List<(string, string)>(), 0L, PlaceOf(mn));
        foreach (var secret in secrets.Where(secret => !to.Opens(secret, place)))
        {
            if (from.Opens(secret, place))
                changed.Add((secret, to.Seal(from.Unseal(secret, place), place)));
            else
                unopened++;
        }

        return (changed, unopened);
    }

    private static string Remember(ConcurrentDictionary<(string, string), string> known, string mn, string from, Func<string, string, string> make)
    {
        if (known.Count > Remembered)
            known.Clear();
        return known.GetOrAdd((mn, from), _ => make(from, PlaceOf(mn)));
    }
}
