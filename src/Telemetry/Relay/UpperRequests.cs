using System.Security.Cryptography;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Relay;

/// <summary>
/// Answers what an upper platform asks of the devices that are relayed to it. It is told the time; everything else is refused with 9011, as the
/// park alone commands its devices.
/// </summary>
internal sealed class UpperRequests(UpperPlatform platform, IDeviceRegistry registry, RelayJournal journal, TimeProvider clock)
{
    /// <summary>Frames of the answer; none where the request wants none.</summary>
    public async Task<IReadOnlyList<byte[]>> Answer(Telegram request)
    {
        if (request.Command == CommandCode.Heartbeat)
            return TelegramWriter.AnswerTo(request) is { } alive ? [alive] : [];

        var address = Addresses().FirstOrDefault(one => string.Equals(one.Mn, request.Mn, StringComparison.OrdinalIgnoreCase));
        var code = Judge(request, address);
        var told = code switch
        {
            AnswerCode.Ready => "已答复平台时间",
            AnswerCode.Refused => "已拒绝：本平台不代上级平台执行命令",
            _ => $"已拒绝：{CodeNames.Of(code)}",
        };
        await journal.Tell(RelayEventKind.Command, request.Mn, $"上级平台下发命令 {(ushort)request.Command}，{told}。", CancellationToken.None).ConfigureAwait(false);
        if (request.Flag is { WantsAnswer: false })
            return [];

        var self = address.Mn is null ? new Address(request.Mn, Encoding.Latin1.GetString(request.PasswordText), platform.Version, request.SystemCode) : address;
        var answer = Write(self with { SystemCode = TelegramWriter.Interaction }, request, CommandCode.RequestAnswer, new RequestAnswer(code));
        return code != AnswerCode.Ready ? [answer] :
        [
            answer,
            Write(self, request, CommandCode.DeviceTime, new DeviceClock(null, clock.ParkNow())),
            Write(self with { SystemCode = TelegramWriter.Interaction }, request, CommandCode.ExecutionResult, new ExecutionResult(ResultCode.Succeeded)),
        ];
    }

    private IEnumerable<Address> Addresses() =>
        from relayed in platform.Devices
        let device = registry.Current.DeviceById.GetValueOrDefault(relayed.DeviceId)
        where device is not null
        select RelayWriter.AddressOf(platform, relayed, device);

    private static AnswerCode Judge(Telegram request, in Address address)
    {
        if (address.Mn is null)
            return AnswerCode.WrongMn;
        if (!CryptographicOperations.FixedTimeEquals(request.PasswordText, Encoding.ASCII.GetBytes(address.Password)))
            return AnswerCode.WrongPassword;
        if (!Enum.IsDefined(request.Command))
            return AnswerCode.WrongCommand;
        // The clock of an analyser is its own; ours is that of the relay.
        return request.Command == CommandCode.DeviceTime && request.Find("PolId"u8) is null ? AnswerCode.Ready : AnswerCode.Refused;
    }

    /// <summary>With the QN of the request; 2005 writes it inside CP.</summary>
    private static byte[] Write(in Address address, Telegram request, CommandCode command, Payload payload)
    {
        var qn = Encoding.Latin1.GetString(request.QnText);
        return address.Version == ProtocolVersion.V2005 && address.SystemCode == TelegramWriter.Interaction
            ? TelegramWriter.Write(address, null, command, $"QN={qn};{payload.DataArea}", wantsAnswer: false)
            : TelegramWriter.Write(address, request.Qn, command, payload.DataArea, wantsAnswer: false);
    }
}
