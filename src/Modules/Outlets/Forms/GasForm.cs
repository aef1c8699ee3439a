using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>烟气排放连续监测 day, month and year (R01, R02): for each pollutant measured, corrected and mass; flow, oxygen, temperature, moisture, pressure, load; marks.</summary>
internal static class GasForm
{
    private const string Mean = "平均值";
    private const string Highest = "最大值";
    private const string Lowest = "最小值";
    private const string Count = "样本数";

    /// <summary>Pollutants side by side, as the form has them; what is more stands in tables behind.</summary>
    private const int MostAbreast = 3;

    private static readonly string[] Order = [FactorCodes.Particles, FactorCodes.SulphurDioxide, FactorCodes.NitrogenOxides];

    /// <param name="owner">Name of the enterprise.</param>
    public static Report Of(OutletPeriod period, ReportSpan span, string title, string owner)
    {
        var lines = span switch { ReportSpan.Day => HourLines.Of(period), ReportSpan.Month => DayLines.Days(period), _ => DayLines.Months(period) };
        var pollutants = period.Outlet.Followed.Where(OutletFactors.IsPollutant).OrderBy(channel => Array.IndexOf(Order, channel.FactorCode) is var at && at >= 0 ? at : Order.Length).ToList();
        var tables = pollutants.Count == 0 ? [] : pollutants.Chunk(MostAbreast).Select((abreast, at) => Table(period, span, lines, abreast, at, pollutants.Count > MostAbreast)).ToList();
        return new Report(title)
        {
            Facts = FormHead.Facts(period, span, owner),
            Tables = [.. tables, FormHead.Validity(period), .. FormHead.Stretches(period) is { } stretches ? [stretches] : Array.Empty<ReportTable>()],
            Gaps = FormHead.Gaps(period),
            IsIncomplete = FormHead.IsIncomplete(period),
            EnterpriseId = FormHead.OwnerId(period),
            Basis = FormHead.Basis(period, "列按 HJ 75-2017、HJ 76-2017 附录的报表（待核对），浓度和流量为标准状态干基"),
            Signatures = FormHead.Signatures,
        };
    }

    private static ReportTable Table(OutletPeriod period, ReportSpan span, IReadOnlyList<FormLine> lines, IReadOnlyList<Channel> pollutants, int turn, bool hasMore)
    {
        var total = $"{(span == ReportSpan.Day ? "日" : span == ReportSpan.Month ? "月" : "年")}排放总量（污染物 t，烟气 10⁴m³）";
        var table = new FormTable(lines, [Mean, Highest, Lowest, Count, total]);
        table.Add(new(span == ReportSpan.Day ? "时间" : span == ReportSpan.Month ? "日期" : "月份"), line => ReportCell.Words(line.Label));
        foreach (var channel in pollutants)
            Pollutant(table, period, span, channel, total);
        if (turn == 0)
            Conditions(table, period.Outlet, span, total);
        table.Add(new("备注（标记）"), line => ReportCell.Words(line.Remark));
        return table.Make((span == ReportSpan.Day ? "小时均值" : span == ReportSpan.Month ? "日均值" : "月均值") + (hasMore ? $"（{turn + 1}）" : ""), FormHead.MarkNote);
    }

    private static void Pollutant(FormTable table, OutletPeriod period, ReportSpan span, Channel channel, string total)
    {
        var (outlet, code) = (period.Outlet, channel.FactorCode);
        var corrects = outlet.Corrects(code);
        table.Add(new("实测", channel.Name, channel.Unit, channel.Decimals), line => Concentration(line.Of(code), line.Of(code).Measured, !corrects), Extremes(Official(period, span, code, day => day.Mean)));
        if (corrects)
            table.Add(new("折算", channel.Name, channel.Unit, channel.Decimals), line => Concentration(line.Of(code), line.Of(code).Corrected, true), Extremes(Official(period, span, code, day => day.Corrected)));
        if (!outlet.Emits(code))
            return;
        var (unit, decimals, divisor) = span switch { ReportSpan.Day => ("kg/h", 4, 1m), ReportSpan.Month => ("kg/d", 3, 1m), _ => ("t/月", 4, 1_000m) };
        table.Add(new("排放量", channel.Name, unit, decimals), line => ReportCell.Figure(line.Of(code).Kilograms / divisor, line.Of(code).MassMark),
            [.. Extremes(null), (total, new FootCell(FootKind.Sum, Tonnes(period, code), 4, Divisor: 1_000 / divisor))]);
    }

    private static void Conditions(FormTable table, Outlet outlet, ReportSpan span, string total)
    {
        var (unit, decimals, divisor) = span switch { ReportSpan.Day => ("m³/h", 0, 1m), ReportSpan.Month => ("10⁴m³/d", 3, 10_000m), _ => ("10⁴m³/月", 3, 10_000m) };
        table.Add(new("标干流量", Unit: unit, Decimals: decimals), line => ReportCell.Figure(line.Volume / divisor), [.. Extremes(null), (total, new FootCell(FootKind.Sum, Decimals: 3, Divisor: 10_000 / divisor))]);
        Condition("氧含量", FactorCodes.Oxygen, "%", 2);
        Condition("烟温", FactorCodes.FlueGasTemperature, "℃", 1);
        Condition("含湿量", FactorCodes.FlueGasMoisture, "%", 1);
        Condition("静压", FactorCodes.FlueGasPressure, outlet.Channel(FactorCodes.FlueGasPressure)?.Unit is { Length: > 0 } pressure ? pressure : "Pa", outlet.Channel(FactorCodes.FlueGasPressure)?.Decimals ?? 0);
        // No instrument sends it: the line is for the enterprise to fill in.
        table.Add(new("负荷", Unit: "%"), _ => ReportCell.Empty);

        void Condition(string name, string factor, string unit, int places) =>
            table.Add(new(name, Unit: unit, Decimals: places), line => ReportCell.Figure(line.Conditions.GetValueOrDefault(factor)), (Mean, new FootCell(FootKind.Mean)));
    }

    private static ReportCell Concentration(in FormFigure figure, decimal? number, bool isJudged) => ReportCell.Figure(number, isValid: figure.IsValid, isOver: isJudged && figure.IsOver);

    private static (string, FootCell)[] Extremes(decimal? official) =>
        [(Mean, new(FootKind.Mean, official)), (Highest, new(FootKind.Maximum)), (Lowest, new(FootKind.Minimum)), (Count, new(FootKind.Count))];

    /// <summary>The mean as the platform keeps it: of the day, or of the month's valid days; of the year the column says it.</summary>
    private static decimal? Official(OutletPeriod period, ReportSpan span, string factor, Func<OutletDay, double?> value)
    {
        var days = period.Days.Where(day => day.Factor == factor).ToList();
        return span switch
        {
            ReportSpan.Day => Rounding.Figure(days.Count == 1 ? value(days[0]) : null),
            ReportSpan.Month => DayLines.Mean(period.Outlet, period.First, days, value).Value,
            _ => null,
        };
    }

    private static decimal? Tonnes(OutletPeriod period, string factor) => Rounding.Figure(period.Factors.FirstOrDefault(one => one.Channel.FactorCode == factor)?.Kilograms) / 1_000;
}
