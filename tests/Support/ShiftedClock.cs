namespace EcoPark.Support;

/// <summary>Goes as the machine's clock does, ahead of it by as much as a test says. Timers wait as ever.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _ahead;

    /// <summary>Time that has passed besides.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
