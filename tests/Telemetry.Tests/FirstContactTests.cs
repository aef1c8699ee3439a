using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Registry;
using Request = EcoPark.Hj212.Request;

namespace EcoPark.Telemetry.Tests;

/// <summary>HJ 212-2017 6.7, and the ninety days of a key (HJ 212-2025, 1014).</summary>
public class FirstContactTests
{
    private static readonly DateTime Now = new(2026, 11, 29, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false, null, null, false)] // Switched off.
    [InlineData(true, null, null, true)] // Has never called.
    [InlineData(true, null, 1, true)] // Was there before it was switched on.
    [InlineData(true, 100, 1, false)]
    [InlineData(true, 100, 23, false)]
    [InlineData(true, 100, 25, true)] // Back after long.
    [InlineData(true, 1, 25, false)] // Set up since.
    public void It_is_due_once_and_again_after_more_than_a_day_of_silence(bool setsUp, int? setUpHoursAgo, int? lastHoursAgo, bool isDue) =>
        FirstContact.IsDue(Device(device => (device.SetsUp, device.SetUpAt) = (setsUp, Now.AddHours(-setUpHoursAgo ?? 0) is var at && setUpHoursAgo is not null ? at : null)), lastHoursAgo is { } hours ? Now.AddHours(-hours) : null, Now)
            .ShouldBe(isDue);

    [Fact]
    public async Task The_six_settings_are_sent_in_the_order_of_the_clause_as_the_registration_has_them()
    {
        var commands = new Commands(_ => CommandState.Succeeded);
        var device = Device(one => (one.TimeoutSeconds, one.Retries, one.RealTimeIntervalSeconds, one.MinuteInterval, one.SendsFacilityState) = (7, 2, 60, 5, false));
        (await FirstContact.Run(device, commands, new Clock())).ShouldBeTrue();
        commands.Sent.ShouldBe([
            "1012 SystemTime=20261129120000", "1000 OverTime=7;ReCount=2", "1062 RtdInterval=60", "1064 MinInterval=5", "2011 ", "2022 "]);
        commands.Askers.ShouldAllBe(asker => asker == FirstContact.Asker);
    }

    /// <summary>A logger without treatment facilities refuses 2021 and is set up all the same; one that does not answer is not.</summary>
    [Theory]
    [InlineData(CommandState.Refused, true, 6)]
    [InlineData(CommandState.TimedOut, false, 2)]
    [InlineData(CommandState.NotConnected, false, 2)]
    public async Task A_refusal_is_an_answer_and_silence_ends_it(CommandState state, bool isDone, int sent)
    {
        var commands = new Commands(command => command == CommandCode.SetTimeoutAndRetries ? state : CommandState.Succeeded);
        (await FirstContact.Run(Device(), commands, new Clock())).ShouldBe(isDone);
        commands.Sent.Count.ShouldBe(sent);
    }

    [Theory]
    [InlineData(null, 100, false, false)] // No key, nothing to exchange.
    [InlineData("30", 79, false, false)]
    [InlineData("30", 81, true, false)]
    [InlineData("30", 90, true, true)]
    public void A_key_is_exchanged_after_ninety_days_and_a_device_may_ask_a_little_earlier(string? digits, int days, bool mayAsk, bool isOld)
    {
        var device = Device(one => (one.EncryptionKey, one.KeySince) = (digits is null ? null : string.Concat(Enumerable.Repeat(digits, 16)), Now.AddDays(-days)));
        (DeviceKey.MayAsk(device, Now), DeviceKey.IsOld(device, Now)).ShouldBe((mayAsk, isOld));
    }

    /// <summary>One that connects again and again and takes no key is asked once an hour.</summary>
    [Fact]
    public async Task A_device_that_takes_no_new_key_is_not_asked_at_each_of_its_connections()
    {
        var device = Device(one => (one.Id, one.SetsUp, one.SetUpAt, one.EncryptionKey, one.KeySince) = (1, true, Now.AddDays(-90), new string('1', 32), Now.AddDays(-91)));
        var (commands, clock) = (new Commands(_ => CommandState.TimedOut), new Clock());
        var care = new DeviceCare(device.Mn, new FixedRegistry(new RegistrySnapshot([device], [], [])), new Lazy<ICommandCenter>(commands), clock);
        for (var minute = 0; minute <= 120; minute += 10)
        {
            clock.Now = Now.AddMinutes(minute);
            await care.Look();
        }

        commands.Sent.Count.ShouldBe(3); // At once, after one hour and after two.
        commands.Sent.ShouldAllBe(sent => sent.StartsWith("1014 "));
    }

    /// <summary>The published test key is sixteen 0, that is sixteen bytes 0x30.</summary>
    [Fact]
    public void What_the_device_has_accepted_is_its_key_and_its_telegrams_are_read_with_it()
    {
        DeviceKey.Stored("0000000000000000").ShouldBe(string.Concat(Enumerable.Repeat("30", 16)));
        var key = DeviceKey.New();
        key.ShouldMatch("^[0-9A-Za-z]{16}$");
        DeviceKey.New().ShouldNotBe(key);
        var device = Device(one => (one.EncryptionKey, one.Version, one.Hardware) = (new string('1', 32), ProtocolVersion.V2025, "L1"));
        var request = Request.ExchangeKey(new DateTime(2026, 11, 29, 12, 0, 0), key);
        request.DataArea.ShouldBe($"SKCreateTime=20261129120000;NewSK={key}");
        var after = DeviceSettings.After(device, request).ShouldNotBeNull();
        (after.EncryptionKey, after.Hardware).ShouldBe((DeviceKey.Stored(key), "L1"));

        // It goes out encrypted with the key in use, so that nobody on the way can read it.
        var frame = OutgoingFrames.Write(device, "20261129120000000", request);
        System.Text.Encoding.ASCII.GetString(frame).ShouldNotContain(key);
        Telegram.TryParse(new(frame), new GivenKey(device.EncryptionKey!), out var sent, out _).ShouldBeTrue();
        sent!.Find("NewSK"u8).ShouldBe(key);
    }

    private static Device Device(Action<Device>? change = null)
    {
        var device = new Device { Mn = "320600A0001D000000000001", Name = "", Password = "123456", SystemCode = "32", RegisteredAt = Now.AddDays(-100) };
        change?.Invoke(device);
        return device;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTime Now { get; set; } = FirstContactTests.Now;

        public override DateTimeOffset GetUtcNow() => new(Now);
    }

    private sealed class Commands(Func<CommandCode, CommandState> end) : ICommandCenter
    {
        public List<string> Sent { get; } = [];

        public List<string> Askers { get; } = [];

        public Task<Outcome<CommandRecord>> SendAndWait(string mn, Request request, string requestedBy, CancellationToken cancellationToken)
        {
            Sent.Add($"{(int)request.Command} {request.DataArea}");
            Askers.Add(requestedBy);
            return Task.FromResult<Outcome<CommandRecord>>(new CommandRecord { Mn = mn, Qn = "", RequestedBy = requestedBy, State = end(request.Command) });
        }

        public Task<Outcome<CommandRecord>> Send(string mn, Request request, string requestedBy, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommandRecord?> Find(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Page<CommandRecord>> Search(string? mn, int skip, int take, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
