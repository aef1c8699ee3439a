using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>Commands of one device that wait for answers, by QN.</summary>
internal sealed class CommandsInFlight
{
    private readonly Dictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);

    /// <param name="newPassword">What 1072 sets: its answers may carry it already.</param>
    public Exchange Begin(string qn, CommandCode command, string? newPassword)
    {
        var exchange = new Exchange(command, newPassword);
        _exchanges.Add(qn, exchange);
        return exchange;
    }

    public void End(string qn) => _exchanges.Remove(qn);

    /// <summary>Hands a telegram of the device to the exchange it belongs to, if any. An answer counts only with the device's password, or the one that its command sets.</summary>
    public void Offer(Telegram telegram, Device device)
    {
        if (_exchanges.Count == 0)
            return;

        // 2005: the answer's QN stands inside CP.
        var qn = TelegramJudge.IsAnswer(telegram.Command)
            ? telegram.Find("QN"u8) ?? System.Text.Encoding.ASCII.GetString(telegram.QnText)
            : System.Text.Encoding.ASCII.GetString(telegram.QnText);
        if (_exchanges.TryGetValue(qn, out var exchange) && (TelegramJudge.HasPassword(telegram, device.Password) || (exchange.NewPassword is { } next && TelegramJudge.HasPassword(telegram, next))))
            exchange.Take(telegram);
        foreach (var other in _exchanges.Values.Where(other => other != exchange && other.Command == telegram.Command))
            other.TakeData(telegram);
    }
}

/// <summary>One command's way: request → 9011 → data → 9012, or notice → 9013.</summary>
internal sealed class Exchange(CommandCode command, string? newPassword = null)
{
    private readonly TaskCompletionSource<int> _answer = New();
    private readonly TaskCompletionSource<int> _result = New();
    private TaskCompletionSource _activity = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommandCode Command { get; } = command;

    /// <summary>What 1072 sets; <see langword="null"/> for all other commands.</summary>
    public string? NewPassword { get; } = newPassword;

    /// <summary>QnRtn of 9011, or 1 for 9013.</summary>
    public Task<int> Answer => _answer.Task;

    /// <summary>ExeRtn of 9012, or 1 for 9013.</summary>
    public Task<int> Result => _result.Task;

    /// <summary>Ends when something more of the exchange arrives.</summary>
    public Task Activity => _activity.Task;

    /// <summary>Data telegrams that came for it.</summary>
    public int DataTelegrams { get; private set; }

    /// <summary>What the last reply says, with its data area.</summary>
    public string LastData { get; private set; } = "";

    public void Take(Telegram telegram)
    {
        switch (telegram.Command)
        {
            case CommandCode.RequestAnswer:
                _answer.TrySetResult(Code(telegram, "QnRtn"u8));
                break;
            case CommandCode.ExecutionResult:
                // A device may leave out 9011 and give the result at once.
                _answer.TrySetResult(1);
                _result.TrySetResult(Code(telegram, "ExeRtn"u8));
                break;
            case CommandCode.NoticeAnswer:
                _answer.TrySetResult(1);
                _result.TrySetResult(1);
                break;
            default:
                TakeData(telegram);
                break;
        }

        Stir();
    }

    public void TakeData(Telegram telegram)
    {
        DataTelegrams++;
        var area = TelegramSecrets.Masked(telegram.Text(telegram.DataArea));
        var shown = area.Length > 300 ? StorableText.Of(area, 300) + "…" : StorableText.Of(area);
        var words = StorableText.Of(PayloadWords.Of(PayloadReader.Read(telegram)));
        LastData = words.Length > 0 ? $"{words}（{shown}）" : shown;
        Stir();
    }

    private void Stir()
    {
        var old = _activity;
        _activity = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        old.TrySetResult();
    }

    private static int Code(Telegram telegram, ReadOnlySpan<byte> name) =>
        int.TryParse(telegram.Find(name), System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : 100;

    private static TaskCompletionSource<int> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
