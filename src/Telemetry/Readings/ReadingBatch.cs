using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Readings;

/// <summary>A value of a telegram that did not become a reading of its own.</summary>
/// <param name="Code">Factor code as written.</param>
/// <param name="IsTwice">The telegram brings the factor twice with different values; otherwise it has no channel.</param>
internal readonly record struct Unread(string Code, bool IsTwice);

/// <summary>Readings that a data telegram holds.</summary>
internal static class ReadingBatch
{
    /// <summary>Beyond this no physical quantity of the factor tables lies; such numbers would poison every sum.</summary>
    private const double Implausible = 1e12;

    /// <summary>Finds the channel of a factor code as written.</summary>
    public delegate int ChannelLookup(ReadOnlySpan<byte> code, string suffix);

    /// <summary>Level of the data a command carries; <see langword="null"/> where it carries none.</summary>
    public static Interval? IntervalOf(CommandCode command) => command switch
    {
        CommandCode.RealTimeData or CommandCode.SingleNoiseMeasurement => Interval.RealTime,
        CommandCode.MinuteData or CommandCode.FurnaceTemperature => Interval.Minute,
        CommandCode.HourlyData => Interval.Hour,
        CommandCode.DailyData => Interval.Day,
        _ => null,
    };

    /// <summary>Adds the readings of a telegram to <paramref name="into"/>.</summary>
    /// <returns>What was not read; empty as a rule.</returns>
    public static IReadOnlyList<Unread> AddReadings(Telegram telegram, long telegramId, DateTime receivedAt, ChannelLookup channelOf, List<Reading> into)
    {
        if (IntervalOf(telegram.Command) is not { } interval || telegram.DataTime is not { } dataTime)
            return [];

        List<Unread>? unread = null;
        var first = into.Count;
        var time = ParkTime.ToUtc(dataTime);
        var marks = telegram.IsBackfill || receivedAt - time > Lateness.Of(interval) ? ReadingMarks.Backfill : ReadingMarks.None;
        var qn = telegram.Qn is { } stamp ? Math.Max(0, (stamp.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond) : 0;
        var factors = telegram.Readings;
        while (factors.MoveNext())
        {
            var factor = factors.Current;
            var whole = new Reading { Series = default, Time = time, Flag = factor.Flag, TelegramId = telegramId, Marks = marks };
            var main = interval == Interval.RealTime ? First(factor.Rtd, factor.Data, factor.Avg) : First(factor.Avg, factor.Data, factor.Rtd);
            var reading = whole with
            {
                Value = main,
                Min = Known(factor.Min),
                Max = Known(factor.Max),
                Total = Known(factor.Cou),
                Corrected = interval == Interval.RealTime ? Known(factor.ZsRtd) : Known(factor.ZsAvg),
                CorrectedMin = Known(factor.ZsMin),
                CorrectedMax = Known(factor.ZsMax),
            };
            // Noise by day and night (2031) are quantities of their own: Ld and Ln of annex B.3.
            var isDayNight = !double.IsNaN(factor.DayData) || !double.IsNaN(factor.NightData);
            if (!isDayNight || main is not null)
                Take(reading, factors.Code, "");
            if (!double.IsNaN(factor.DayData))
                Take(whole with { Value = factor.DayData }, factors.Code, "d");
            if (!double.IsNaN(factor.NightData))
                Take(whole with { Value = factor.NightData }, factors.Code, "n");
        }

        return unread ?? (IReadOnlyList<Unread>)[];

        void Take(Reading reading, ReadOnlySpan<byte> code, string suffix)
        {
            var channel = channelOf(code, suffix);
            if (channel < 0)
            {
                (unread ??= []).Add(new Unread(Encoding.Latin1.GetString(code), IsTwice: false));
                return;
            }

            var ranked = Ranked(reading, new SeriesId(channel, interval, Origin.Sent), qn);
            for (var at = first; at < into.Count; at++)
            {
                if (into[at].Series == ranked.Series && into[at].Rank != ranked.Rank)
                    (unread ??= []).Add(new Unread(Encoding.Latin1.GetString(code), IsTwice: true));
            }

            into.Add(ranked);
        }
    }

    /// <summary>Says of readings that a person put their time right.</summary>
    public static void MarkTimeCorrected(List<Reading> readings, int from)
    {
        for (var at = from; at < readings.Count; at++)
            readings[at] = readings[at] with { Marks = readings[at].Marks | ReadingMarks.TimeCorrected };
    }

    private static Reading Ranked(Reading reading, SeriesId series, long qn)
    {
        var marks = reading.Marks;
        if (reading.Value is { } value && Math.Abs(value) > Implausible)
            (marks, reading) = (marks | ReadingMarks.Implausible, reading with { Value = null });
        else if (reading.Value is null && reading.Total is null && reading.Corrected is null)
            marks |= ReadingMarks.Unreadable;
        return reading with { Series = series, Marks = marks, Rank = (qn << 20) | ContentDigest(reading) };
    }

    /// <summary>Twenty bits of the content: equal contents agree, so a repeat has the rank of what it repeats.</summary>
    private static long ContentDigest(in Reading reading)
    {
        var hash = 14695981039346656037UL; // Stable between processes and versions: it is part of what is stored.
        foreach (var number in (ReadOnlySpan<double?>)[
            reading.Value, reading.Min, reading.Max, reading.Total, reading.Corrected, reading.CorrectedMin, reading.CorrectedMax])
        {
            hash = Mix(hash ^ (number is { } value ? (ulong)BitConverter.DoubleToInt64Bits(value) : 0x9E3779B97F4A7C15UL));
        }

        return (long)(Mix(hash ^ reading.Flag) & 0xFFFFF);
    }

    /// <summary>Every bit of the input moves every bit of the output (finalizer of SplitMix64): small whole numbers differ in their top bits only.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    private static double? Known(double value) => double.IsNaN(value) || Math.Abs(value) > Implausible ? null : value;

    private static double? First(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
                return value;
        }

        return null;
    }
}
