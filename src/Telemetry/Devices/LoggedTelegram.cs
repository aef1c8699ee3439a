using System.Buffers;
using EcoPark.Hj212;

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

    [Id(0)]
    public long Id { get; }

    [Id(1)]
    public DateTime ReceivedAt { get; }

    [Id(2)]
    public ReadOnlyMemory<byte> Raw { get; }

    public Telegram? Parse(IDeviceKeys keys)
    {
        if (_parsed is null && Telegram.TryParse(new ReadOnlySequence<byte>(Raw), keys, out var telegram, out _))
            _parsed = telegram;
        return _parsed;
    }
}
