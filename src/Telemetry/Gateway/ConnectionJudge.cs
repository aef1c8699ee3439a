using System.Buffers;
using System.Collections.Concurrent;
using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Cuts the bytes of a connection into frames, and says of each what becomes of it.</summary>
internal sealed class ConnectionJudge(string remote, Neighbours.Neighbour neighbour, GatewayServices services)
{
    private readonly ConcurrentDictionary<string, byte> _devices = new(StringComparer.Ordinal);

    /// <summary>Devices that have signed in: with their password.</summary>
    public ICollection<string> Devices => _devices.Keys;

    public bool HasDevices => !_devices.IsEmpty;

    public void SignOut(string mn) => _devices.TryRemove(mn, out _);

    public List<Arrival> Cut(ref ReadOnlySequence<byte> buffer, int most, bool isQuiet)
    {
        var arrived = new List<Arrival>();
        var now = services.Clock.UtcNow();
        while (arrived.Count < most && !buffer.IsEmpty)
        {
            var status = FrameReader.Read(ref buffer, isQuiet, out var bytes, out var kind);
            if (status == FrameStatus.Incomplete)
                break;
            arrived.Add(status == FrameStatus.Frame ? Judge(bytes, now) : Malformed(bytes, new TelegramError(kind, 0, "", "", ""), now));
        }

        return arrived;
    }

    /// <summary>What was left when the peer closed.</summary>
    public Arrival BrokenOff(in ReadOnlySequence<byte> bytes) =>
        Malformed(bytes, new TelegramError(TelegramErrorKind.BadLength, 0, "包尾", "连接中断", ""), services.Clock.UtcNow());

    /// <summary>Somebody who speaks HJ 212 is there: a telegram of a device that has signed in, or one that is kept of an unknown one.</summary>
    public bool IsGood(Arrival one) => one.Entry.Verdict == TelegramVerdict.Quarantined
        || (one.Entry.Verdict is TelegramVerdict.Accepted or TelegramVerdict.Held && _devices.ContainsKey(one.Entry.Mn));

    private Arrival Judge(in ReadOnlySequence<byte> frame, DateTime now)
    {
        if (!Telegram.TryParse(frame, services.Keys, out var telegram, out var error))
            return Sealed(frame, error, now) ?? Malformed(frame, error, now);
        var device = services.Registry.Current.DeviceByMn.GetValueOrDefault(telegram!.Mn);
        var (verdict, reason) = IsLocked(telegram, device, now) is { } until
            ? (TelegramVerdict.Rejected, $"访问密码 PW 多次错误，{ParkTime.FromUtc(until):HH:mm:ss} 前不再核对，报文未处理。")
            : TelegramJudge.Judge(telegram, device, now);
        if (verdict == TelegramVerdict.Quarantined && services.Strangers.Refusal(telegram.Mn, neighbour.Address, now) is { } refusal)
            (verdict, reason) = (TelegramVerdict.Rejected, refusal);
        return Arrival.Of(frame, telegram, TelegramJudge.DeviationsOf(telegram, device), verdict, reason, now, remote, services.Node.Name);
    }

    /// <summary>
    /// An encrypted telegram without the right key: of an unknown MN kept until the device is registered with it, of a registered one refused until the key is
    /// put right; both can be replayed then. Not acknowledged, as nobody can check it yet.
    /// </summary>
    private Arrival? Sealed(in ReadOnlySequence<byte> frame, in TelegramError error, DateTime now)
    {
        if (error.Kind != TelegramErrorKind.Undecryptable || Telegram.HeadOf(frame) is not { } head || !DeviceRules.IsMn(head.Mn))
            return null;
        var (verdict, reason) = services.Registry.Current.DeviceByMn.ContainsKey(head.Mn) ? (TelegramVerdict.Rejected, TelegramJudge.WrongKeyReason)
            : services.Strangers.Refusal(head.Mn, neighbour.Address, now) is { } refusal ? (TelegramVerdict.Rejected, refusal)
            : (TelegramVerdict.Quarantined, TelegramJudge.SealedReason);
        return Arrival.Of(frame, head, head.Deviations, verdict, reason, now, remote, services.Node.Name).Unanswered();
    }

    private Arrival Malformed(in ReadOnlySequence<byte> bytes, in TelegramError error, DateTime now) => Arrival.Malformed(bytes, error, now, remote, services.Node.Name);

    /// <summary>Counts right and wrong passwords; until when this one is not even compared.</summary>
    private DateTime? IsLocked(Telegram telegram, Device? device, DateTime now)
    {
        if (device is not { IsEnabled: true })
            return null;
        var hasSignedIn = _devices.ContainsKey(device.Mn);
        if (!hasSignedIn && services.Passwords.LockedUntil(device.Mn, neighbour.Address, device.Password, now) is { } until)
            return until;
        if (!TelegramJudge.HasPassword(telegram, device.Password))
            services.Passwords.Wrong(device.Mn, neighbour.Address, device.Password, now);
        else if (_devices.TryAdd(device.Mn, 0))
            services.Passwords.Right(device.Mn, neighbour.Address);
        return null;
    }
}
