using EcoPark.Hj212;

namespace EcoPark.Telemetry.Devices;

/// <summary>The twin of one data logger, keyed by MN: order, repeats, split telegrams, on-line state, commands in flight.</summary>
[Alias("ecopark.device")]
public interface IDeviceGrain : IGrainWithStringKey
{
    /// <summary>Takes logged telegrams; ends when their readings are durable.</summary>
    /// <param name="telegrams">In the order of the log.</param>
    /// <param name="link">The connection they came by; <see langword="null"/> when they are replayed.</param>
    [Alias("receive")]
    Task Receive(LoggedTelegram[] telegrams, LinkInfo? link);

    /// <summary>Looks at readings that became durable elsewhere: rolled-up ones.</summary>
    [Alias("look")]
    Task Look(Readings.Reading[] readings);

    /// <summary>Looks at whole days of the park in what is stored, once hours or days of them were rolled up.</summary>
    [Alias("check")]
    Task Check(DateOnly[] days);

    /// <summary>A connection has ended.</summary>
    [Alias("detach")]
    Task Detach(Guid linkId);

    /// <summary>Runs a command to its end: answer, repeats, result. Its steps are written to the record as they happen.</summary>
    [Alias("execute"), ResponseTimeout("00:30:00")]
    Task Execute(long commandId, CommandCode command, string dataArea);

    /// <summary>Looks for holes in minute and hour data and asks the device for them.</summary>
    [Alias("fill-gaps"), ResponseTimeout("00:30:00")]
    Task FillGaps();
}

/// <summary>The connection a device is reached by, wherever its socket is.</summary>
[Alias("ecopark.link")]
public interface IDeviceLink : IGrainObserver
{
    /// <summary>Logs a telegram and sends it to the device.</summary>
    [Alias("send")]
    Task Send(string mn, CommandCode command, string qn, byte[] frame);

    /// <summary>The device has connected anew elsewhere; this connection no longer speaks for it.</summary>
    [Alias("release")]
    Task Release(string mn);
}

/// <param name="Id">Of the connection.</param>
/// <param name="Node">Node that holds the socket.</param>
/// <param name="Remote">Address of the device.</param>
/// <param name="ConnectedAt">UTC; the newer connection wins.</param>
/// <param name="Link">Way to the socket.</param>
[GenerateSerializer, Immutable, Alias("ecopark.link-info")]
public sealed record LinkInfo(
    [property: Id(0)] Guid Id, [property: Id(1)] string Node, [property: Id(2)] string Remote,
    [property: Id(3)] DateTime ConnectedAt, [property: Id(4)] IDeviceLink Link);
