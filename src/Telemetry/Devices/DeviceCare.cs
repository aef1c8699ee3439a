using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>What the platform does for a connected device by itself: first contact, new keys, the time it asks for, and what it says of its hardware.</summary>
internal sealed class DeviceCare(string mn, IDeviceRegistry registry, Lazy<ICommandCenter> commands, TimeProvider clock)
{
    private bool _isContactDue;
    private DateTime _contactTriedAt;
    private DateTime _keyTriedAt;

    private Device? Device => registry.Current.DeviceByMn.GetValueOrDefault(mn);

    /// <summary>A connection has come.</summary>
    /// <param name="device">Registration.</param>
    /// <param name="lastTelegramAt">UTC, before this connection.</param>
    public void Attached(Device device, DateTime? lastTelegramAt) => _isContactDue |= FirstContact.IsDue(device, lastTelegramAt, clock.UtcNow());

    /// <summary>Does what is due; the device is connected.</summary>
    public async Task Look()
    {
        var now = clock.UtcNow();
        if (_isContactDue && now - _contactTriedAt >= FirstContact.Pause && Device is { SetsUp: true } device)
        {
            _contactTriedAt = now;
            if (await FirstContact.Run(device, commands.Value, clock) && Device is { } current)
                _isContactDue = (await registry.Save(DeviceSettings.With(current, changed => changed.SetUpAt = now), CancellationToken.None)).Problem is not null;
        }

        if (Device is not { SetsUp: true } keyed || !DeviceKey.IsOld(keyed, now) || now - _keyTriedAt < FirstContact.Pause)
            return;
        _keyTriedAt = now; // A device that does not take it is not asked at each of its connections.
        await commands.Value.SendAndWait(mn, NewKey(), "平台（密钥满 90 天）", CancellationToken.None);
    }

    /// <summary>What the device asks for or tells by itself.</summary>
    /// <param name="telegram">Of the device, with its password.</param>
    /// <param name="device">Registration.</param>
    /// <param name="isHere">It came over the device's own link.</param>
    public async Task Answer(Telegram telegram, Device device, bool isHere)
    {
        switch (telegram.Command)
        {
            case CommandCode.TimeCalibrationRequest:
                await commands.Value.Send(mn, Request.SetDeviceTime(clock.ParkNow()), "平台（设备请求校时）", CancellationToken.None);
                break;
            case CommandCode.KeyExchange when isHere && telegram.Find("NewSK"u8) is null && DeviceKey.MayAsk(device, clock.UtcNow()):
                await commands.Value.Send(mn, NewKey(), "平台（设备请求换密钥）", CancellationToken.None);
                break;
            case CommandCode.UploadHardwareIdentity when HardwareOf(telegram) is { Length: > 0 } hardware && hardware != device.Hardware:
                await registry.Save(DeviceSettings.With(device, changed => changed.Hardware = hardware), CancellationToken.None);
                break;
        }
    }

    private Request NewKey() => Request.ExchangeKey(clock.ParkNow(), DeviceKey.New());

    private static string HardwareOf(Telegram telegram) => StorableText.Of(PayloadWords.Of(PayloadReader.Read(telegram)), Registry.Device.LongestHardware);
}
