namespace EcoPark.Telemetry.Readings;

/// <summary>One series of readings: a channel at a level from an origin. Its number is the leading key of the telemetry tables.</summary>
[GenerateSerializer, Immutable, Alias("ecopark.series")]
public readonly record struct SeriesId([property: Id(0)] long Value)
{
    public SeriesId(int channelId, Interval interval, Origin origin)
        : this(((long)channelId << 6) | ((long)interval << 3) | (long)origin)
    {
    }

    public int ChannelId => (int)(Value >> 6);

    public Interval Interval => (Interval)((Value >> 3) & 7);

    public Origin Origin => (Origin)(Value & 7);
}
