using EcoPark.Analysis.Winds;

namespace EcoPark.Analysis.Tests;

public sealed class WindTests
{
    private static readonly double[] Speed = Fixture.Hourly["ws"];
    private static readonly double[] From = Fixture.Hourly["wd"];
    private static readonly double[] Nox = Fixture.Hourly["nox"];

    [Fact]
    public void The_rose_agrees_with_pandas()
    {
        var rose = WindRose.Of(Speed, From);
        var expected = Fixture.Expected("rose").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray()).ToList();
        rose.Sectors.Count.ShouldBe(16);
        for (var sector = 0; sector < 16; sector++)
            rose.Sectors[sector].Counts.ShouldBe(expected[sector]);
        rose.N.ShouldBe(rose.Calm + rose.Sectors.Sum(sector => sector.N));
    }

    [Fact]
    public void Probabilities_agree_with_pandas()
    {
        var cells = ConditionalProbability.Cpf(Speed, From, Nox);
        cells.Select(cell => (double)cell.High).ToList().ShouldBeClose(Fixture.Expected("cpf").GetProperty("m").Numbers());
        cells.Select(cell => (double)cell.N).ToList().ShouldBeClose(Fixture.Expected("cpf").GetProperty("n").Numbers());
    }

    [Fact]
    public void Speed_classes_part_the_sectors()
    {
        var cpf = ConditionalProbability.Cpf(Speed, From, Nox);
        var cbpf = ConditionalProbability.Cbpf(Speed, From, Nox, 0.75, 1, [2, 5]);
        cbpf.Count.ShouldBe(48);
        cbpf.GroupBy(cell => cell.CentreDegrees).Select(group => (group.Sum(cell => cell.High), group.Sum(cell => cell.N)))
            .ShouldBe(cpf.Select(cell => (cell.High, cell.N)));
    }

    [Fact]
    public void The_surface_agrees_with_NumPy()
    {
        var expected = Fixture.Expected("polar");
        var plot = PolarPlot.Of(Speed, From, Nox, new PolarPlotOptions { GridSize = 3, FarShare = 10 })!;
        plot.HalfWidthMs.ShouldBe(expected.Number("most"));
        var bins = PolarBins.Of(Speed, From, Nox, new PolarPlotOptions());
        foreach (var cell in expected.GetProperty("cells").EnumerateArray())
            PolarPlot.At(bins, cell.Number("u"), cell.Number("v"), new PolarPlotOptions { FarShare = 10 }).ShouldBeClose(cell.Number("value"), 1e-9);
    }

    [Fact]
    public void A_source_in_the_east_shows_in_the_east()
    {
        var random = new Random(2);
        double[] from = [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble() * 360)];
        double[] speed = [.. Enumerable.Range(0, 2000).Select(_ => 1 + (random.NextDouble() * 4))];
        double[] value = [.. from.Select(degrees => Math.Abs(degrees - 90) < 15 ? 100.0 : 1)];
        var plot = PolarPlot.Of(speed, from, value)!;
        var highest = plot.Values.Select((cell, at) => (cell, at)).Where(one => double.IsFinite(one.cell)).MaxBy(one => one.cell).at;
        var (u, v) = ((highest % plot.Size) - (plot.Size / 2), (highest / plot.Size) - (plot.Size / 2));
        u.ShouldBeGreaterThan(0);
        Math.Abs(v).ShouldBeLessThan(u / 2);
        plot.Values[0].ShouldBe(double.NaN, "a corner is outside every wind that blew");
        var rose = WindRose.OfPollution(speed, from, value, [10]);
        rose.Sectors.MaxBy(sector => sector.Mean)!.CentreDegrees.ShouldBe(90);
        ConditionalProbability.Cpf(speed, from, value, 0.95).MaxBy(cell => cell.Probability)!.CentreDegrees.ShouldBe(90);
    }

    [Fact]
    public void Without_wind_there_is_nothing_to_draw()
    {
        PolarPlot.Of([double.NaN], [10], [1]).ShouldBeNull();
        WindRose.Of([0.1], [double.NaN]).CalmShare.ShouldBe(1);
        WindRose.Of([], []).CalmShare.ShouldBe(double.NaN);
        Should.Throw<ArgumentException>(() => WindRose.Of([1], []));
    }
}
