using EcoPark.Hj212;
using EcoPark.Simulator;

namespace EcoPark.Simulator.Tests;

public sealed class ParkTests
{
    private static readonly DateTime Morning = new(2026, 8, 3, 9, 30, 0);

    [Fact]
    public void The_park_has_every_kind_of_source_and_all_three_versions()
    {
        var park = SimulatedPark.Create();
        park.Select(spec => spec.Kind).Distinct().Order().ShouldBe(Enum.GetValues<SourceKind>());
        park.Select(spec => spec.Version).Distinct().Order().ShouldBe(Enum.GetValues<ProtocolVersion>());
        park.Select(spec => spec.Mn).ShouldBeUnique();
    }

    [Fact]
    public void The_same_seed_gives_the_same_park_and_another_seed_other_devices()
    {
        SimulatedPark.Create(3, 40).Select(spec => spec.Mn).ShouldBe(SimulatedPark.Create(3, 40).Select(spec => spec.Mn));
        SimulatedPark.Create(3).Select(spec => spec.Mn).Intersect(SimulatedPark.Create(4).Where(spec => spec.Version != ProtocolVersion.V2005).Select(spec => spec.Mn)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_upload_is_a_telegram_that_says_what_was_measured()
    {
        foreach (var spec in SimulatedPark.Create())
        {
            foreach (var upload in new[] { Uploads.RealTime(spec, Morning), Uploads.Minute(spec, Morning), Uploads.Hour(spec, Morning.Date), Uploads.Day(spec, Morning.Date) })
            {
                var telegrams = Uploads.Frames(spec, upload, Morning, isBackfill: false, spec.Password).Select(frame => Read(frame, spec)).ToList();
                telegrams.ShouldAllBe(telegram => telegram.Mn == spec.Mn && telegram.Command == upload.Command && telegram.DataTime == upload.DataTime);
                var factors = new List<string>();
                foreach (var telegram in telegrams)
                {
                    for (var readings = telegram.Readings; readings.MoveNext();)
                        factors.Add(System.Text.Encoding.ASCII.GetString(readings.Code));
                }

                factors.ShouldBe(spec.Factors.Select(factor => factor.Code));
            }
        }
    }

    [Fact]
    public void Values_follow_the_day()
    {
        var cod = SimulatedPark.Create().First(spec => spec.Kind == SourceKind.WasteWater).Factors.Single(factor => factor.Code == "w01018");
        double MeanAt(double hour) => Enumerable.Range(0, 200).Average(day => Signal.Value(cod, 7, Morning.Date.AddDays(-day).AddHours(hour)));
        MeanAt(cod.PeakHour).ShouldBeGreaterThan(MeanAt(cod.PeakHour + 12) + cod.Swing);
    }

    [Fact]
    public void Exceedances_and_faults_happen_but_are_not_the_rule()
    {
        var cod = SimulatedPark.Create().First(spec => spec.Kind == SourceKind.WasteWater).Factors.Single(factor => factor.Code == "w01018");
        var hours = Enumerable.Range(0, 24 * 365).Select(hour => Morning.AddHours(-hour)).ToList();
        hours.Count(hour => Signal.IsEpisode(cod, 7, hour)).ShouldBeInRange(20, 400);
        hours.Select(hour => Signal.Flag(cod, 7, hour)).Distinct().Order().ShouldBe(['C', 'D', 'M', 'N']);
        hours.Count(hour => Signal.Flag(cod, 7, hour) != 'N').ShouldBeLessThan(200);
    }

    [Fact]
    public void More_arrives_at_the_side_of_the_fence_to_which_the_wind_blows()
    {
        var fence = SimulatedPark.Create().Where(spec => spec.Kind == SourceKind.FenceLine).ToList();
        fence.Select(spec => spec.Plume!.Bearing).ShouldBe([0, 90, 180, 270]);
        fence.Select(spec => spec.Plume!.Seed).Distinct().ShouldBe([fence[0].Seed], "the northern one measures the wind of all");
        var benzene = fence[0].Factors.Single(factor => factor.Code == "a25002");
        var hours = Enumerable.Range(0, 24 * 200).Select(hour => Morning.AddHours(-hour)).ToList();
        double Mean(LoggerSpec spec, bool isDownwind) => hours.Where(hour => Math.Cos((spec.Plume!.Bearing - Signal.Value(spec.Plume.Wind, spec.Plume.Seed, hour) - 180) * Math.PI / 180) is var cosine && (isDownwind ? cosine > 0.7 : cosine < 0)).Average(hour => Signal.Value(spec, benzene, hour));
        foreach (var spec in fence.Where(spec => spec.Plume!.Bearing is 0 or 90))
            Mean(spec, isDownwind: true).ShouldBeGreaterThan(Mean(spec, isDownwind: false) * 1.2);
    }

    internal static Telegram Read(byte[] frame, LoggerSpec spec)
    {
        Telegram.TryParse(new(frame), new LoggerKey(spec), out var telegram, out var error).ShouldBeTrue(error.ToString());
        return telegram!;
    }
}
