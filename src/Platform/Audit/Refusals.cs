using System.Collections.Concurrent;

namespace EcoPark.Platform.Audit;

/// <summary>Writes who was refused what. Somebody who tries doors by the thousand is told of once a minute and does not fill the log.</summary>
public sealed class Refusals(AuditLog audit, TimeProvider clock)
{
    private const int EachMinute = 60;
    private readonly ConcurrentDictionary<(string Key, long Minute), int> _counts = new();

    /// <summary>In an open page, which asks by no request: the actor of the page, and its address.</summary>
    /// <param name="subject">权限, 资料.</param>
    /// <param name="address">Path of the page.</param>
    public async Task InPage(string subject, string address, CancellationToken cancellationToken)
    {
        var key = Security.Actor.Current.AccountId is { } account ? $"a{account}" : $"r{Security.Actor.Current.Remote}";
        if (Take(key) is { } rest)
            await audit.Write(AuditLog.Refusal, subject, address, $"页面{rest}", cancellationToken).ConfigureAwait(false);
    }

    /// <param name="key">Who was refused.</param>
    /// <returns>What to add to the entry; <see langword="null"/> where none is written.</returns>
    internal string? Take(string key)
    {
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (_counts.Count > 1_000)
        {
            foreach (var old in _counts.Keys.Where(one => one.Minute < minute))
                _counts.TryRemove(old, out _);
        }

        return _counts.AddOrUpdate((key, minute), 1, (_, count) => count + 1) switch
        {
            < EachMinute => "",
            EachMinute => "；这一分钟内其余的拒绝不再逐条记录",
            _ => null,
        };
    }
}
