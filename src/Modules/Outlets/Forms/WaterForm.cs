using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>废水在线监测 day, month and year (R03): volume; for each pollutant concentration and mass; pH, temperature; marks. Means are weighted by the volume.</summary>
internal static class WaterForm
{
    private const string Mean = "平均值（流量加权）";
    private const string Highest = "最大值";
    private const string Lowest = "最小值";
    private const string ValidRate = "有效率（%）";

    /// <summary>Pollutants side by side, as the form has them; what is more stands in tables behind.</summary>
    private const int MostAbreast = 4;

    private static readonly string[] Order = [FactorCodes.ChemicalOxygenDemand, FactorCodes.AmmoniaNitrogen, FactorCodes.TotalPhosphorus, FactorCodes.TotalNitrogen];

    /// <param name="owner">Name of the enterprise.</param>
    public static Report Of(OutletPeriod period, ReportSpan span, string title, string owner)
    {
        var lines = span switch { ReportSpan.Day => HourLines.Of(period), ReportSpan.Month => DayLines.Days(period), _ => DayLines.Months(period) };
        var pollutants = period.Outlet.Followed.Where(OutletFactors.IsPollutant).OrderBy(channel => Array.IndexOf(Order, channel.FactorCode) is var at && at >= 0 ? at : Order.Length).ToList();
        // An outlet that measures pH alone has a form as well.
        IEnumerable<IReadOnlyList<Channel>> chunks = pollutants.Count == 0 ? [[]] : pollutants.Chunk(MostAbreast);
        return new Report(title)
        {
            Facts = FormHead.Facts(period, span, owner),
            Tables =
            [
                .. chunks.Select((abreast, at) => Table(period, span, lines, abreast, at, pollutants.Count > MostAbreast)), FormHead.Validity(period),
                .. FormHead.Stretches(period) is { } stretches ? [stretches] : Array.Empty<ReportTable>(),
            ],
            Gaps = [.. FormHead.Gaps(period), .. Completed(period, span, pollutants)],
            IsIncomplete = FormHead.IsIncomplete(period),
            EnterpriseId = FormHead.OwnerId(period),
            Basis = FormHead.Basis(period, "列按 HJ 355-2019、HJ 356-2019 的报表（待核对），日均值按流量加权"),
            Signatures = FormHead.Signatures,
        };
    }

    private static ReportTable Table(OutletPeriod period, ReportSpan span, IReadOnlyList<FormLine> lines, IReadOnlyList<Channel> pollutants, int turn, bool hasMore)
    {
        var (name, count) = span switch { ReportSpan.Day => ("日", "有效数"), ReportSpan.Month => ("月", "有效日数"), _ => ("年", "有效月数") };
        var total = $"{name}排放总量（污染物 {(span == ReportSpan.Day ? "kg" : "t")}，废水 m³）";
        var table = new FormTable(lines, [Mean, Highest, Lowest, count, total, ValidRate]);
        table.Add(new(span == ReportSpan.Day ? "时间" : span == ReportSpan.Month ? "日期" : "月份"), line => ReportCell.Words(line.Label));
        var volume = table.Add(new("流量", Unit: span == ReportSpan.Day ? "m³" : span == ReportSpan.Month ? "m³/d" : "m³/月", Decimals: 2), line => ReportCell.Figure(line.Volume), (Highest, new(FootKind.Maximum)), (Lowest, new(FootKind.Minimum)), (total, new(FootKind.Sum)));
        foreach (var channel in pollutants)
            Pollutant(table, period, span, channel, volume, count, total);
        if (turn == 0)
            Conditions(table, period.Outlet, span);
        table.Add(new("备注（标记）"), line => ReportCell.Words(line.Remark));
        return table.Make((span == ReportSpan.Day ? "小时均值" : span == ReportSpan.Month ? "日均值" : "月均值") + (hasMore ? $"（{turn + 1}）" : ""), FormHead.MarkNote);
    }

    private static void Pollutant(FormTable table, OutletPeriod period, ReportSpan span, Channel channel, int volume, string count, string total)
    {
        var code = channel.FactorCode;
        var days = period.Days.Where(day => day.Factor == code).ToList();
        var mean = span switch
        {
            ReportSpan.Day => Rounding.Figure(days.Count == 1 ? days[0].Mean : null),
            ReportSpan.Month => DayLines.Mean(period.Outlet, period.First, days, day => day.Mean).Value,
            _ => null,
        };
        var rate = period.Factors.FirstOrDefault(one => one.Channel == channel)?.Transmission?.ValidRate * 100;
        table.Add(new("浓度", channel.Name, channel.Unit, channel.Decimals), line => ReportCell.Figure(line.Of(code).Measured, isValid: line.Of(code).IsValid, isOver: line.Of(code).IsOver),
            (Mean, new(FootKind.WeightedMean, mean, Weight: volume)), (Highest, new(FootKind.Maximum)), (Lowest, new(FootKind.Minimum)), (count, new(FootKind.Count)), (ValidRate, new(FootKind.Given, rate, 1)));
        if (!period.Outlet.Emits(code))
            return;
        var divisor = span == ReportSpan.Year ? 1_000m : 1;
        var (shown, decimals) = (span == ReportSpan.Day ? 1m : 1_000m, span == ReportSpan.Day ? 3 : 4);
        table.Add(new("排放量", channel.Name, span == ReportSpan.Day ? "kg" : span == ReportSpan.Month ? "kg/d" : "t/月", span == ReportSpan.Year ? 4 : 3), line => ReportCell.Figure(line.Of(code).Kilograms / divisor, line.Of(code).MassMark),
            (Highest, new(FootKind.Maximum)), (Lowest, new(FootKind.Minimum)), (total, new(FootKind.Sum, Rounding.Figure(Kilograms(period, code)) / shown, decimals, Divisor: shown / divisor)));
    }

    private static void Conditions(FormTable table, Outlet outlet, ReportSpan span)
    {
        if (outlet.Channel(FactorCodes.Ph) is { } ph)
        {
            if (span == ReportSpan.Day)
                table.Add(new("pH", Unit: "无量纲", Decimals: ph.Decimals), line => ReportCell.Figure(line.Of(ph.FactorCode).Measured, isValid: line.Of(ph.FactorCode).IsValid, isOver: line.Of(ph.FactorCode).IsOver), (Highest, new(FootKind.Maximum)), (Lowest, new(FootKind.Minimum)));
            else
                table.Add(new("pH 范围"), line => ReportCell.Words(line.Of(ph.FactorCode).Range));
        }

        table.Add(new("水温", Unit: "℃", Decimals: 1), line => ReportCell.Figure(line.Conditions.GetValueOrDefault(FactorCodes.WaterTemperature)), (Highest, new(FootKind.Maximum)), (Lowest, new(FootKind.Minimum)));
    }

    /// <summary>Where the mass of a day is more than that of its hours: the mean of the valid ones stands for the rest (HJ 356).</summary>
    private static IEnumerable<string> Completed(OutletPeriod period, ReportSpan span, IEnumerable<Channel> pollutants)
    {
        if (span != ReportSpan.Day)
            yield break;
        foreach (var channel in pollutants.Where(channel => period.Outlet.Emits(channel.FactorCode)))
        {
            var measured = (double)period.Hours.Factors[channel.FactorCode].Sum(hour => hour.Kilograms ?? 0);
            if (Kilograms(period, channel.FactorCode) is { } all && all - measured > measured * 1e-9)
                yield return $"{channel.Name}日排放量中 {OutletWords.Kilograms(all - measured)} kg 由日均值、手工监测或替代值补足，小时之和为 {OutletWords.Kilograms(measured)} kg";
        }
    }

    private static double? Kilograms(OutletPeriod period, string factor) => period.Factors.FirstOrDefault(one => one.Channel.FactorCode == factor)?.Kilograms;
}
