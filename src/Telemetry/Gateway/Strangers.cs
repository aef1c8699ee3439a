namespace EcoPark.Telemetry.Gateway;

/// <summary>Bounds what unknown MNs may leave in the log in a day: by number in all, by number of an address, by telegrams of each.</summary>
internal sealed class Strangers(GatewayOptions options)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _telegrams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byAddress = new(StringComparer.Ordinal);
    private DateTime _since;

    /// <summary>Whether one more telegram of an unknown MN is kept; <see langword="null"/>, or why not, Chinese.</summary>
    public string? Refusal(string mn, string address, DateTime now)
    {
        lock (_gate)
        {
            if (now - _since > Day)
            {
                _since = now;
                _telegrams.Clear();
                _byAddress.Clear();
            }

            if (_telegrams.TryGetValue(mn, out var sent))
            {
                _telegrams[mn] = sent + 1;
                return sent >= options.TelegramsOfUnknown ? $"未登记的 MN 一天内已超过 {options.TelegramsOfUnknown} 条，不再保留和应答，请先登记。" : null;
            }

            if (_telegrams.Count >= options.MaxUnknown)
                return $"一天内未登记的 MN 已达 {options.MaxUnknown} 个，不再保留和应答新的 MN。";
            if (!_byAddress.TryGetValue(address, out var known))
                _byAddress.Add(address, known = new HashSet<string>(StringComparer.Ordinal));
            if (known.Count >= options.MaxUnknownPerAddress)
                return $"该地址一天内未登记的 MN 已达 {options.MaxUnknownPerAddress} 个，不再保留和应答新的 MN。";
            known.Add(mn);
            _telegrams[mn] = 1;
            return null;
        }
    }
}
