using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>Commands as bytes, in the form of the device's edition.</summary>
internal static class OutgoingFrames
{
    public const string QnFormat = "yyyyMMddHHmmssfff";

    public static byte[] Write(Device device, string qn, Request request)
    {
        // HJ 212-2025 6.4.2 asks for encryption of 2000–2999, 1014 and 3020; a device with a key gets them encrypted.
        var isSecret = (ushort)request.Command is >= 2000 and < 3000 || request.Command is CommandCode.KeyExchange or CommandCode.DeviceInformation;
        var key = isSecret && device.Version == ProtocolVersion.V2025 && device.EncryptionKey is { Length: 32 } hex ? Convert.FromHexString(hex) : [];
        return TelegramWriter.Write(
            new Address(device.Mn, device.Password, device.Version, device.SystemCode),
            DateTime.ParseExact(qn, QnFormat, CultureInfo.InvariantCulture), request.Command, request.DataArea, wantsAnswer: true, key);
    }
}
