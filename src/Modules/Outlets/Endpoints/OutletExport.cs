using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform.Sheets;
using EcoPark.Standards;

namespace EcoPark.Modules.Outlets.Endpoints;

/// <summary>Hours of an outlet as a workbook: a row an hour, a block of columns a factor.</summary>
internal static class OutletExport
{
    public static Task<byte[]> Hours(OutletPeriod period, CancellationToken cancellationToken)
    {
        var outlet = period.Outlet;
        List<Column> columns =
        [
            new("时间", Width: 19), new("流量（m³/h）"), new("氧含量（%）"),
            .. outlet.Followed.SelectMany(channel => new Column[]
            {
                new($"{channel.Name}实测（{channel.Unit}）"), new($"{channel.Name}折算"), new($"{channel.Name}标记", Width: 10), new($"{channel.Name}有效", Width: 8), new($"{channel.Name}判定", Width: 28), new($"{channel.Name}排放量（kg）"), new($"{channel.Name}替代依据", Width: 40), new($"{channel.Name}手工监测"), new($"{channel.Name}手工监测来源", Width: 40), new($"{channel.Name}数采仪累计（kg）"),
            }),
        ];
        return SheetWriter.Write(outlet.Name, columns, Enumerable.Range(0, period.Hours.Count).Select(hour => Cells(period, hour)), cancellationToken);
    }

    private static IReadOnlyList<Cell> Cells(OutletPeriod period, int hour)
    {
        var hours = period.Hours;
        return
        [
            new(hours.Wall(hour)), new(hours.Flow[hour]), new(hours.Oxygen[hour]),
            .. period.Outlet.Followed.SelectMany(channel =>
            {
                var one = hours.Factors[channel.FactorCode][hour];
                var verdict = OutletJudge.Hour(period.Outlet, channel, one, hours.TimeOf(hour), hours.DayOf(hour), period.Control);
                return new Cell[]
                {
                    new(one.Measured), new(one.Corrected), new(HourMarkWords.Of(one.Mark)), new(one.IsValid), new(OutletWords.Of(verdict)), new(one.Kilograms), new(one.ReplacedBy?.Basis.Shown), new(one.Manual?.Value), new(one.Manual?.Source), new(one.LoggedKilograms),
                };
            }),
        ];
    }
}
