using System.Globalization;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;

namespace EcoPark.Modules.Monitoring.Live;

/// <summary>A newest value in words.</summary>
internal static class LiveText
{
    public static string Figure(double? value, Channel channel) => value is { } number ? number.ToString("F" + channel.Decimals, CultureInfo.InvariantCulture) : "—";

    /// <summary>What a person reads who points at it: when, of what quality, what it is judged by.</summary>
    public static string Explain(Channel channel, FactorStanding standing)
    {
        if (standing.Live is not { } live)
            return "还没有收到这个因子的数据";
        List<string> words = [$"{channel.Name} {StandingWords.Of(standing)}", string.Create(CultureInfo.InvariantCulture, $"{EcoPark.Platform.Time.ParkTime.FromUtc(live.Reading.Time):yyyy-MM-dd HH:mm:ss}"), ReadingNames.OfFlag(live.Reading.Flag)];
        if (live.Reading.Marks != ReadingMarks.None)
            words.Add(ReadingNames.Of(live.Reading.Marks));
        if (StandingWords.Bounds(standing) is { Length: > 0 } bounds)
            words.Add($"限值 {bounds} {channel.Unit}（{standing.Basis}）");
        if (standing.IsCorrected)
            words.Add($"按折算值 {Figure(standing.Judged, channel)} 判定");
        if (channel.IsDiscovered)
            words.Add("通道为自动发现，名称和单位待确认");
        return string.Join("，", words);
    }
}
