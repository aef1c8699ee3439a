using System.Globalization;
using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>One upload of a logger before it gets a QN: command and data areas, split where they are too long.</summary>
/// <param name="Command">CN.</param>
/// <param name="DataTime">Stamp.</param>
/// <param name="DataAreas">One for each part; each part repeats DataTime (HJ 212-2017 C.50).</param>
public sealed record Upload(CommandCode Command, DateTime DataTime, IReadOnlyList<string> DataAreas);

/// <summary>Builds what a logger uploads for a moment or a period.</summary>
public static class Uploads
{
    public static Upload RealTime(LoggerSpec spec, DateTime time) => Split(CommandCode.RealTimeData, time, spec.Factors.Select(factor =>
    {
        var (value, flag) = (Signal.Value(spec, factor, time), Signal.Flag(factor, spec.Seed, time));
        return spec.Kind == SourceKind.Noise ? $"{factor.Code}-Rtd={Text(value, factor)}" : $"{factor.Code}-Rtd={Text(value, factor)},{factor.Code}-Flag={flag}";
    }));

    public static Upload Minute(LoggerSpec spec, DateTime start) => OfPeriod(CommandCode.MinuteData, spec, start, TimeSpan.FromMinutes(spec.MinuteInterval));

    public static Upload Hour(LoggerSpec spec, DateTime start) => OfPeriod(CommandCode.HourlyData, spec, start, TimeSpan.FromHours(1));

    public static Upload Day(LoggerSpec spec, DateTime start) => OfPeriod(CommandCode.DailyData, spec, start, TimeSpan.FromDays(1));

    /// <summary>Lines of the periods with begin ≤ start ≤ end, as 2051, 2061 and 2031 ask.</summary>
    public static IEnumerable<Upload> History(LoggerSpec spec, CommandCode command, DateTime begin, DateTime end)
    {
        var step = command switch
        {
            CommandCode.MinuteData => TimeSpan.FromMinutes(spec.MinuteInterval),
            CommandCode.HourlyData => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        var first = new DateTime((begin.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks);
        for (var start = first; start <= end; start += step)
            yield return OfPeriod(command, spec, start, step);
    }

    /// <summary>Frames of an upload; parts get QNs counted up.</summary>
    public static IReadOnlyList<byte[]> Frames(LoggerSpec spec, Upload upload, DateTime qn, bool isBackfill, string password)
    {
        var address = new Address(spec.Mn, password, spec.Version, spec.SystemCode);
        var key = spec.EncryptionKey is { } hex ? Convert.FromHexString(hex) : [];
        return [.. upload.DataAreas.Select((area, index) =>
        {
            var frame = TelegramWriter.Write(address, qn.AddMilliseconds(index), upload.Command, area, wantsAnswer: true, key, isBackfill, upload.DataAreas.Count, index + 1);
            return spec.HasLowerCaseCrc ? LowerCaseCrc(frame) : frame;
        })];
    }

    private static Upload OfPeriod(CommandCode command, LoggerSpec spec, DateTime start, TimeSpan length) => Split(command, start, spec.Factors.Select(factor =>
    {
        var step = TimeSpan.FromTicks(length.Ticks / 10);
        var values = Enumerable.Range(0, 10).Select(i => Signal.Value(spec, factor, start + (step * i))).ToList();
        var flag = Signal.Flag(factor, spec.Seed, start);
        var (min, avg, max) = (Text(values.Min(), factor), Text(values.Average(), factor), Text(values.Max(), factor));
        if (spec.Kind == SourceKind.Noise)
            return $"{factor.Code}-Data={avg}";
        var total = factor.Code is "w00000" or "a00000" or "B02" ? FormattableString.Invariant($"{factor.Code}-Cou={values.Average() * length.TotalSeconds / (factor.Code == "w00000" ? 1000 : 1):0.##},") : "";
        return $"{total}{factor.Code}-Min={min},{factor.Code}-Avg={avg},{factor.Code}-Max={max},{factor.Code}-Flag={flag}";
    }));

    private static Upload Split(CommandCode command, DateTime time, IEnumerable<string> items)
    {
        var head = $"DataTime={time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
        var areas = new List<string>();
        var area = new StringBuilder(head);
        foreach (var item in items)
        {
            if (area.Length + 1 + item.Length > TelegramWriter.MaxDataArea)
            {
                areas.Add(area.ToString());
                area.Clear().Append(head);
            }

            area.Append(';').Append(item);
        }

        areas.Add(area.ToString());
        return new Upload(command, time, areas);
    }

    private static string Text(double value, FactorSpec factor) => value.ToString("F" + factor.Decimals, CultureInfo.InvariantCulture);

    internal static byte[] LowerCaseCrc(byte[] frame)
    {
        for (var i = frame.Length - 6; i < frame.Length - 2; i++)
            frame[i] = (byte)char.ToLowerInvariant((char)frame[i]);
        return frame;
    }
}
