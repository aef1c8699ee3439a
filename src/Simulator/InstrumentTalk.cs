using System.Globalization;
using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>What the instruments of a logger say of themselves: states and parameters (3020), logs, and automatic standard checks (2062).</summary>
public static class InstrumentTalk
{
    private const double UsualError = 0.02;
    private const double BadError = 0.16;

    /// <summary>The last three days: one analyser of every ninth logger is given another slope, and fails a check that it passes after an hour.</summary>
    public static IEnumerable<Upload> History(LoggerSpec spec, DateTime now)
    {
        if (spec.Version == ProtocolVersion.V2005 || spec.Kind is not (SourceKind.FlueGas or SourceKind.WasteWater))
            yield break;
        var (first, odd) = (now.Date.AddDays(-3).AddHours(1), spec.Seed % 9 == 0);
        foreach (var factor in Analysers(spec))
        {
            yield return Told(first, factor.Code, $"i12001-Info=0;i13001-Info=0-{RangeOf(factor).ToString("0", CultureInfo.InvariantCulture)};i13007-Info=0.00;i13008-Info=1.000;i13009-Info=0.1");
            for (var day = 2; day >= 0; day--)
                yield return Checked(factor, now.Date.AddDays(-day).AddHours(2), UsualError);
        }

        yield return new Upload(CommandCode.DeviceInformation, first.AddMinutes(5), [$"DataTime={Stamp(first.AddMinutes(5))};i22001-Info=0;i22003-Info=0;i21001-Info=//数采仪启动//"]);
        if (!odd || Analysers(spec).FirstOrDefault() is not { } changed)
            yield break;
        var at = now.Date.AddDays(-1).AddHours(9);
        yield return Told(at, changed.Code, "i13008-Info=0.820");
        yield return Checked(changed, at.AddMinutes(30), BadError);
        yield return Told(at.AddHours(1), changed.Code, "i13008-Info=1.000");
        yield return Checked(changed, at.AddMinutes(90), UsualError);
    }

    /// <summary>The result of a check that was asked for.</summary>
    public static string Result(LoggerSpec spec, string code, DateTime now) =>
        spec.Factors.FirstOrDefault(factor => factor.Code == code) is { } known ? Checked(known, now, UsualError).DataAreas[0] : "";

    private static IEnumerable<FactorSpec> Analysers(LoggerSpec spec) => spec.Factors.Where(factor => factor.Unit.StartsWith("mg/", StringComparison.Ordinal));

    private static Upload Told(DateTime time, string factor, string items) => new(CommandCode.DeviceInformation, time, [$"DataTime={Stamp(time)};PolId={factor};{items}"]);

    private static Upload Checked(FactorSpec factor, DateTime time, double error)
    {
        var standard = RangeOf(factor) * 0.6;
        var reading = standard * (1 + error);
        return new Upload(CommandCode.StandardCheckResult, time, [string.Create(CultureInfo.InvariantCulture,
            $"DataTime={Stamp(time)};{factor.Code}-SampleRd={reading:0.###},{factor.Code}-StandardValue={standard:0.###},{factor.Code}-ResultType={(error < BadError ? 1 : 0)}")]);
    }

    /// <summary>Three times what it usually measures, to a round number.</summary>
    private static double RangeOf(FactorSpec factor) => Math.Max(1, Math.Ceiling(factor.Mean * 3 / 10) * 10);

    private static string Stamp(DateTime time) => time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
