using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Commands;

/// <summary>Drives one command through request, answer, repeats and result (HJ 212-2017 6.1, 6.2, 6.5).</summary>
internal sealed class CommandExchange(CommandJournal journal, TimeProvider clock)
{
    /// <summary>Silence after which an accepted command is given up: measuring a sample may take an hour, but then the device reports.</summary>
    private static readonly TimeSpan ExecutionSilence = TimeSpan.FromSeconds(60);

    /// <param name="record">The command; its QN is already given.</param>
    /// <param name="isNotice">Answered by 9013 alone.</param>
    /// <param name="exchange">Where the answers arrive.</param>
    /// <param name="device">Time-out and repeats.</param>
    /// <param name="send">Sends the frame once more.</param>
    /// <param name="followUp">What the platform does once the device has done as told, before the record says so; a problem is told in the record.</param>
    public async Task Run(CommandRecord record, bool isNotice, Exchange exchange, Device device, Func<Task> send, Func<Task<Problem?>> followUp)
    {
        var answer = await RequestUntilAnswered(record, exchange, device, send).ConfigureAwait(true);
        if (answer is null)
        {
            await End(record, CommandState.TimedOut, $"设备在 {device.TimeoutSeconds} 秒内未应答，共发送 {device.Retries + 1} 次。").ConfigureAwait(true);
            return;
        }

        if (answer != 1)
        {
            await End(record, CommandState.Refused, "设备拒绝了请求。", requestReturn: answer).ConfigureAwait(true);
            return;
        }

        if (isNotice)
        {
            await Succeed(record, "设备已应答通知。", followUp, answer.Value, null).ConfigureAwait(true);
            return;
        }

        await journal.Accepted(record.Id, answer.Value).ConfigureAwait(true);
        while (!exchange.Result.IsCompleted)
        {
            var activity = exchange.Activity;
            if (exchange.Result.IsCompleted)
                break;
            if (await Task.WhenAny(exchange.Result, activity, After(ExecutionSilence)).ConfigureAwait(true) is var first && first != exchange.Result && first != activity)
            {
                await End(record, CommandState.TimedOut, $"设备已应答，但 {ExecutionSilence.TotalSeconds:0} 秒内没有返回执行结果。{Data(exchange)}", answer).ConfigureAwait(true);
                return;
            }
        }

        var result = await exchange.Result.ConfigureAwait(true);
        if (result == 1)
            await Succeed(record, Data(exchange), followUp, answer.Value, result).ConfigureAwait(true);
        else
            await End(record, CommandState.Refused, $"设备未能执行。{Data(exchange)}", answer, result).ConfigureAwait(true);
    }

    private async Task Succeed(CommandRecord record, string detail, Func<Task<Problem?>> followUp, int requestReturn, int? executionReturn)
    {
        if (await followUp().ConfigureAwait(true) is { } problem)
            detail += $"设备已执行，但平台的登记未能随之更新，请在登记中修改：{problem.Message}";
        await End(record, CommandState.Succeeded, detail, requestReturn, executionReturn).ConfigureAwait(true);
    }

    private async Task<int?> RequestUntilAnswered(CommandRecord record, Exchange exchange, Device device, Func<Task> send)
    {
        for (var attempt = 1; attempt <= device.Retries + 1; attempt++)
        {
            await send().ConfigureAwait(true);
            await journal.Sent(record.Id, attempt).ConfigureAwait(true);
            await Task.WhenAny(exchange.Answer, After(TimeSpan.FromSeconds(device.TimeoutSeconds))).ConfigureAwait(true);
            if (exchange.Answer.IsCompleted)
                return await exchange.Answer.ConfigureAwait(true);
        }

        return null;
    }

    private Task After(TimeSpan time) => Task.Delay(time, clock);

    private Task End(CommandRecord record, CommandState state, string detail, int? requestReturn = null, int? executionReturn = null) =>
        journal.Ended(record.Id, state, detail, requestReturn, executionReturn);

    private static string Data(Exchange exchange) => exchange.DataTelegrams switch
    {
        0 => "",
        1 => $"返回：{exchange.LastData}",
        _ => $"返回 {exchange.DataTelegrams} 条数据报文。",
    };
}
