namespace EcoPark.Platform.Notifications.Channels;

/// <summary>What became of a try.</summary>
/// <param name="IsTaken">The other side has taken it.</param>
/// <param name="Error">Chinese reason where it has not.</param>
/// <param name="IsFinal">Trying again would not help.</param>
public readonly record struct SendResult(bool IsTaken, string Error = "", bool IsFinal = false)
{
    public static readonly SendResult Taken = new(true);
}

/// <summary>Sends by one channel.</summary>
public interface IChannel
{
    ChannelKind Kind { get; }

    /// <summary>What is missing in the settings, in Chinese; <see langword="null"/> where it can send.</summary>
    string? Missing { get; }

    /// <summary>Tries once.</summary>
    Task<SendResult> Send(Delivery delivery, CancellationToken cancellationToken);
}
