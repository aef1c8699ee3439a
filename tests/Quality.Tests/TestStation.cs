using EcoPark.Modules.Quality;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Limits;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;
using NSubstitute;

namespace EcoPark.Quality.Tests;

/// <summary>Stations and their tables as a test wants them.</summary>
internal static class TestStation
{
    public static readonly StationJudge Judge = new(new LimitBook());

    public static readonly StationAssessor Assessor = new(Judge);

    public static QualityStation Of(QualityMedium medium, string level = "", string waterKind = "") => new() { Id = 1, Name = "试验站", Medium = medium.Title, Class = level, WaterKind = waterKind, PointId = 1 };

    public static QualityStation River(string level = "Ⅲ") => Of(QualityMedium.SurfaceWater, level, "河流");

    /// <summary>A table of one row.</summary>
    /// <param name="wall">Park's wall clock.</param>
    public static StationGrid Row(QualityStation station, Interval? interval, string wall, params (string Factor, string Unit, double? Value)[] values) =>
        Rows(station, interval, wall, [.. values.Select(one => (one.Factor, one.Unit, new[] { one.Value }))]);

    /// <summary>A table of consecutive rows.</summary>
    public static StationGrid Rows(QualityStation station, Interval? interval, string wall, params (string Factor, string Unit, double?[] Values)[] columns)
    {
        var first = ParkTime.ToUtc(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture));
        var times = new List<DateTime> { first };
        while (times.Count < columns.Max(column => column.Values.Length))
            times.Add(Period.EndOf(interval ?? Interval.Day, times[^1], 10));
        return new StationGrid(station, interval, times, [.. columns.Select(column => new GridColumn(
            column.Factor, column.Factor, column.Unit, 1, 1, [.. column.Values.Select(value => new GridValue(value, value is not null, ReadingMarks.None, 'N', Origin.Sent))]))]);
    }

    /// <summary>A reader of one station whose channels have the given hours and days; a value of null was not measured.</summary>
    public static GridReader Reader(PointKind kind, IReadOnlyList<(string Factor, string Unit)> channels, Func<string, Interval, DateTime, double?> value, DateTime first, DateTime last)
    {
        var point = new MonitoringPoint { Id = 1, Name = "试验点", Kind = kind };
        List<Channel> registered = [.. channels.Select((one, at) => new Channel { Id = at + 1, PointId = 1, FactorCode = one.Factor, OriginalCode = one.Factor, Name = one.Factor, Unit = one.Unit })];
        var registry = Substitute.For<IDeviceRegistry>();
        registry.Current.Returns(new RegistrySnapshot([], [point], registered));
        var store = Substitute.For<IReadingStore>();
        IReadOnlyList<Reading> Read(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to)
        {
            var found = new List<Reading>();
            foreach (var one in series.Where(one => one.Origin == Origin.Imported))
            {
                for (var time = from; time < to; time = Period.EndOf(one.Interval, time, 10))
                {
                    if (time >= first && time <= last && value(registered[one.ChannelId - 1].FactorCode, one.Interval, time) is { } figure)
                        found.Add(new Reading { Series = one, Time = time, Value = figure, Flag = 'N' });
                }
            }

            return found;
        }

        store.ReadValues(default!, default, default, default).ReturnsForAnyArgs(call => Read(call.Arg<IReadOnlyCollection<SeriesId>>(), call.ArgAt<DateTime>(1), call.ArgAt<DateTime>(2)));
        store.FirstStamp(default!, default).ReturnsForAnyArgs(first);
        store.Latest(default!, default).ReturnsForAnyArgs(call => [new Reading { Series = call.Arg<IReadOnlyCollection<SeriesId>>().First(), Time = last, Value = 0 }]);
        return new GridReader(store, registry, Substitute.For<IDbContextFactory<ParkDb>>());
    }
}
