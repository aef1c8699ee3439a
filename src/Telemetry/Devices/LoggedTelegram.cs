using System.Buffers;
using EcoPark.Hj212;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Devices;

/// <summary>A telegram that is in the log, on its way to its twin. Parsed again where it crosses to another node.</summary>
[GenerateSerializer, Immutable, Alias("ecopark.telegram")]
public sealed class LoggedTelegram
{
    [NonSerialized]
    private Telegram? _parsed;

    public LoggedTelegram(long id, DateTime receivedAt, ReadOnlyMemory<byte> raw, Telegram? parsed)
    {
        (Id, ReceivedAt, Raw, _parsed) = (id, receivedAt, raw, parsed);
    }

    /// <summary>A telegram of the log, with the times that a person gave it.</summary>
    public LoggedTelegram(LogEntry entry)
        : this(entry.Id, entry.At, entry.Raw, null) => Shift = entry.Shift;

    [Id(0)]
    public long Id { get; }

    [Id(1)]
    public DateTime ReceivedAt { get; }

    [Id(2)]
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>As in <see cref="LogEntry.Shift"/>.</summary>
    [Id(3)]
    public TimeSpan? Shift { get; }

    public Telegram? Parse(IDeviceKeys keys)
    {
        if (_parsed is null && Telegram.TryParse(new ReadOnlySequence<byte>(Raw), keys, out var telegram, out _))
            _parsed = telegram!.WithTimesMoved(Shift ?? TimeSpan.Zero);
        return _parsed;
    }
}
