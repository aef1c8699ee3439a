using System.Text;
using EcoPark.Hj212;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>Factor codes as one device writes them → channels, for one state of the registry.</summary>
internal sealed class ChannelMap
{
    private readonly Dictionary<string, int> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly ILookup<string, Channel> _byCode;

    public ChannelMap(RegistrySnapshot registered, Device device)
    {
        Registered = registered;
        Device = device;
        _bySpan = _channels.GetAlternateLookup<ReadOnlySpan<char>>();
        _byCode = registered.ChannelsByDevice[device.Id].ToLookup(channel => channel.FactorCode, StringComparer.Ordinal);
    }

    public RegistrySnapshot Registered { get; }

    public Device Device { get; }

    /// <summary>Codes of the telegram that have no channel yet, as written.</summary>
    public IReadOnlyList<string> Missing(Telegram telegram)
    {
        List<string>? missing = null;
        var readings = telegram.Readings;
        while (readings.MoveNext())
        {
            var reading = readings.Current;
            var isDayNight = !double.IsNaN(reading.DayData) || !double.IsNaN(reading.NightData);
            if (!isDayNight && Find(readings.Code, "") < 0)
                (missing ??= []).Add(Encoding.Latin1.GetString(readings.Code));
            if (!double.IsNaN(reading.DayData) && Find(readings.Code, "d") < 0)
                (missing ??= []).Add(PeriodCode(Encoding.Latin1.GetString(readings.Code), "d"));
            if (!double.IsNaN(reading.NightData) && Find(readings.Code, "n") < 0)
                (missing ??= []).Add(PeriodCode(Encoding.Latin1.GetString(readings.Code), "n"));
        }

        return missing ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Channel of a code as written; −1 where there is none.</summary>
    public int Find(ReadOnlySpan<byte> code, string suffix)
    {
        Span<char> text = stackalloc char[code.Length];
        Encoding.Latin1.GetChars(code, text);
        if (suffix.Length == 0 && _bySpan.TryGetValue(text, out var known))
            return known;

        var written = suffix.Length == 0 ? new string(text) : PeriodCode(new string(text), suffix);
        if (_channels.TryGetValue(written, out known))
            return known;
        var channel = _byCode[Factors.Canonical(written, Device.SystemCode)].FirstOrDefault();
        if (channel is not null)
            _channels[written] = channel.Id;
        return channel?.Id ?? -1;
    }

    public ReadingBatch.ChannelLookup Lookup => Find;

    /// <summary>Day and night values of a noise factor: Ld and Ln for Leq (annex B.3; C.28 writes Ld-DayData), otherwise the code with the part of the day.</summary>
    private static string PeriodCode(string code, string suffix) => code == "Leq" || code == "L" + suffix ? "L" + suffix : $"{code}-{suffix}";
}
