using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>One channel's readings of a level on an even grid of time.</summary>
/// <param name="Entry">The channel.</param>
/// <param name="Cells">The effective reading of each step; <see langword="null"/> where there is none.</param>
/// <param name="IsUnseen">Steps that were not watched as they happened: they came late (补传), or the device sends nothing finer.</param>
internal sealed record ChannelGrid(ChannelEntry Entry, Reading?[] Cells, bool[] IsUnseen)
{
    /// <summary>As measured, whatever limits hold for, NaN where nothing valid was measured or the step is left out.</summary>
    public double[] Values(Func<int, bool>? isLeftOut = null)
    {
        var values = new double[Cells.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Cells[i] is { IsMeasured: true, Value: { } value } && isLeftOut?.Invoke(i) != true ? value : double.NaN;
        return values;
    }

    public static ChannelGrid Of(ChannelEntry entry, IEnumerable<Reading> readings, TimeGrid grid)
    {
        var (cells, isUnseen, isWatched) = (new Reading?[grid.Count], new bool[grid.Count], new bool[grid.Count]);
        var own = readings.ToList();
        foreach (var reading in own.Where(one => one.Series.Origin == Origin.RolledUp && one.Value is not null))
        {
            if (grid.IndexOf(reading.Time) is { } at)
                isWatched[at] = true; // Made of real-time readings, which were watched.
        }

        foreach (var reading in Effective.Choose(own))
        {
            if (grid.IndexOf(reading.Time) is not { } at)
                continue;
            cells[at] = reading;
            isUnseen[at] = !isWatched[at] || (reading.Marks & ReadingMarks.Backfill) != 0;
        }

        return new ChannelGrid(entry, cells, isUnseen);
    }
}

/// <summary>Even steps of time.</summary>
/// <param name="From">Start of the first, UTC.</param>
/// <param name="Step">Length.</param>
/// <param name="Count">How many.</param>
internal readonly record struct TimeGrid(DateTime From, TimeSpan Step, int Count)
{
    public static TimeGrid Over(DateTime from, DateTime to, TimeSpan step) => new(from, step, (int)((to - from) / step));

    public DateTime To => From + (Step * Count);

    public DateTime At(int index) => From + (Step * index);

    /// <summary>The step that begins at an instant; <see langword="null"/> where none does.</summary>
    public int? IndexOf(DateTime time)
    {
        var ticks = (time - From).Ticks;
        return ticks >= 0 && ticks % Step.Ticks == 0 && ticks / Step.Ticks < Count ? (int)(ticks / Step.Ticks) : null;
    }

    /// <summary>Steps that a time takes, at least one.</summary>
    public int StepsOf(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time / Step));
}
