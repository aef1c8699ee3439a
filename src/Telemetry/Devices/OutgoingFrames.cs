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
        var key = TelegramWriter.IsSecret(request.Command) && device.Version == ProtocolVersion.V2025 && device.EncryptionKey is { Length: 32 } hex ? Convert.FromHexString(hex) : [];
        return TelegramWriter.Write(
            new Address(device.Mn, device.Password, device.Version, device.SystemCode),
            DateTime.ParseExact(qn, QnFormat, CultureInfo.InvariantCulture), request.Command, request.DataArea, wantsAnswer: true, key);
    }
}
