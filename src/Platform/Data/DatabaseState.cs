using EcoPark.Platform.Time;

namespace EcoPark.Platform.Data;

/// <summary>Whether the park's database answers, as this node last saw it: for the banner on every page and for <c>/health/ready</c>.</summary>
public sealed class DatabaseState(TimeProvider clock)
{
    private readonly Lock _gate = new();

    /// <summary>UTC: since when it has not answered; <see langword="null"/> while it does.</summary>
    public DateTime? AwaySince { get; private set; }

    /// <summary>UTC: until when what is shown may be trusted to be all there is.</summary>
    public DateTime AnsweredAt { get; private set; } = clock.UtcNow();

    /// <summary>What it said last, for the page of the system administrator.</summary>
    public string Reason { get; private set; } = "";

    public bool IsAvailable => AwaySince is null;

    /// <summary>It went or came back.</summary>
    public event Action? Changed;

    /// <summary>Somebody got an answer.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            AnsweredAt = clock.UtcNow();
            if (AwaySince is null)
                return;
            AwaySince = null;
        }

        Changed?.Invoke();
    }

    /// <summary>Somebody got none.</summary>
    public void Failed(Exception exception)
    {
        lock (_gate)
        {
            Reason = exception.GetBaseException().Message;
            if (AwaySince is not null)
                return;
            AwaySince = clock.UtcNow();
        }

        Changed?.Invoke();
    }
}
