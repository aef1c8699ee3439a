using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;
using Npgsql;

namespace EcoPark.EndToEnd;

/// <summary>Passwords of devices are not guessed, not shown and not stored in clear.</summary>
public sealed class DevicePasswordTests
{
    [Fact]
    public async Task Guessing_is_slowed_and_locked_and_whoever_has_signed_in_goes_on()
    {
        await using var server = await ServerHost.Start();
        var (mn, other, now) = (Api.NewMn(), Api.NewMn(), Park.Now);
        await server.Register(mn, new { password = "Zx9kQ2" });
        await server.Register(other);
        byte[] Try(string password, int second) => TelegramWriter.Write(new Address(mn, password, ProtocolVersion.V2017, "32"), now.AddSeconds(-second), CommandCode.RealTimeData, $"DataTime={now.AddSeconds(-second):yyyyMMddHHmmss};w01018-Rtd={second},w01018-Flag=N", wantsAnswer: true);
        await using var real = TestDevice.Connect(server.Gateway);
        await real.Send(Try("Zx9kQ2", 100));
        (await real.Receive()).ShouldNotBeNull();

        await using var guesser = TestDevice.Connect(server.Gateway);
        for (var guess = 0; guess < 60; guess++)
            await guesser.Send(Try($"{100000 + guess}", guess));
        // The right one among them is not even compared.
        await guesser.Send(Try("Zx9kQ2", 61));
        var tried = await Api.Until(() => server.Telegrams($"mn={mn}&verdict=Rejected"), found => found.Count == 61);
        tried.Count(one => one.Reason == "访问密码 PW 与登记不符。").ShouldBeLessThan(10);
        tried[0].Reason.ShouldContain("前不再核对");
        (await guesser.Receive(TimeSpan.FromMilliseconds(300))).ShouldBeNull();

        // The connection on which the device has signed in, and other devices, are not touched.
        await real.Send(Try("Zx9kQ2", 99));
        (await real.Receive()).ShouldNotBeNull();
        await using var neighbour = TestDevice.Connect(server.Gateway);
        await neighbour.Send(TestDevice.RealTime(other, now, "w01018-Rtd=1,w01018-Flag=N"));
        (await neighbour.Receive()).ShouldNotBeNull();

        // A new registered password begins anew.
        using var put = await server.Client.PutAsJsonAsync($"/api/v1/devices/{mn}", new { mn, name = "改正", systemCode = "32", password = "Neu123" }, Api.Json);
        put.EnsureSuccessStatusCode();
        await guesser.Send(Try("Neu123", 62));
        (await guesser.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
    }

    [Fact]
    public async Task Many_devices_tried_from_one_address_are_an_alarm()
    {
        await using var server = await ServerHost.Start();
        var now = Park.Now;
        await using var guesser = TestDevice.Connect(server.Gateway);
        for (var device = 0; device < 31; device++)
        {
            var mn = Api.NewMn();
            await server.Register(mn, new { password = "Zx9kQ2" });
            await guesser.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=1,w01018-Flag=N"));
        }

        var alarm = (await Api.Until(() => server.Get<JsonElement>("/api/v1/alarms?kind=WrongPassword"), found => found.GetProperty("items").GetArrayLength() > 0)).GetProperty("items")[0];
        alarm.ToString().ShouldContain("地址 127.0.0.1以错误的访问密码尝试多台数采仪");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Passwords_are_neither_shown_nor_stored_in_clear_and_a_replay_still_reads_them(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-secret-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var (mn, unknown, now) = (Api.NewMn(), Api.NewMn(), Park.Now);
        await using (var server = await ServerHost.Start(folder, postgres))
        {
            await server.Register(mn, new { password = "Zx9kQ2", timeoutSeconds = 1, retries = 0 });
            byte[] Telegram(string to, string password, string area) => TelegramWriter.Write(new Address(to, password, ProtocolVersion.V2017, "32"), now, CommandCode.RealTimeData, area, wantsAnswer: true);
            await using var device = TestDevice.Connect(server.Gateway);
            await device.Send(Telegram(mn, "Zx9kQ2", $"DataTime={now:yyyyMMddHHmmss};w01018-Rtd=1,w01018-Flag=N"));
            (await device.Receive()).ShouldNotBeNull();
            await device.Send(Telegram(unknown, "Qy7hW5", $"DataTime={now:yyyyMMddHHmmss};w01018-Rtd=2,w01018-Flag=N"));
            (await device.Receive()).ShouldNotBeNull();
            await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), found => found.GetProperty("isOnline").GetBoolean());
            var command = await server.Post<JsonElement>($"/api/v1/devices/{mn}/commands", new { command = 1072, text = "Rt4mN8" });
            (await device.Receive()).ShouldNotBeNull().Find("NewPW"u8).ShouldBe("Rt4mN8");
            command.ToString().ShouldNotContain("Rt4mN8");

            foreach (var path in new[] { $"/api/v1/telegrams?mn={mn}", $"/api/v1/telegrams?mn={unknown}", $"/api/v1/devices/{mn}/commands" })
            {
                using var answer = await server.Client.GetAsync(path);
                var text = await answer.Content.ReadAsStringAsync();
                foreach (var secret in new[] { "Zx9kQ2", "Qy7hW5", "Rt4mN8" })
                    text.ShouldNotContain(secret);
            }

            (await server.Telegrams($"mn={mn}")).ShouldAllBe(one => Encoding.Latin1.GetString(one.Raw) == one.Text);
            (await server.Telegrams($"mn={unknown}")).ShouldHaveSingleItem().Text.ShouldContain("PW=******;");
            // Registered with the password that its telegram held: only the sealed one knows it.
            await server.Post<JsonElement>($"/api/v1/quarantine/{unknown}/register", new { name = "新", pointName = $"点 {unknown}", pointKind = "WasteWater" });
            (await Api.Until(() => server.Readings(unknown, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(2);
        }

        foreach (var stored in await Stored(folder, postgres))
        {
            foreach (var secret in new[] { "Zx9kQ2", "Qy7hW5", "Rt4mN8" })
                stored.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)).ShouldBe(-1);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var file in Directory.GetFiles(folder, "*.db*").Append(Path.Combine(folder, "master.key")).Where(File.Exists))
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Connections_of_one_address_are_bounded()
    {
        await using var server = await ServerHost.Start(arguments: ["--EcoPark:Gateway:MaxConnectionsPerAddress=3", "--EcoPark:Gateway:MaxSilentPerAddress=2"]);
        var mn = Api.NewMn();
        await server.Register(mn);
        await using var first = TestDevice.Connect(server.Gateway);
        await first.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"));
        (await first.Receive()).ShouldNotBeNull();
        await using var second = TestDevice.Connect(server.Gateway);
        await using var third = TestDevice.Connect(server.Gateway);
        (await third.IsClosed(TimeSpan.FromSeconds(1))).ShouldBeFalse();
        await using var fourth = TestDevice.Connect(server.Gateway);
        (await fourth.IsClosed(TimeSpan.FromSeconds(10))).ShouldBeTrue();
    }

    /// <summary>What lies on the disk, or in the table of telegrams.</summary>
    private static async Task<List<byte[]>> Stored(string folder, string? postgres)
    {
        if (postgres is null)
            return [.. Directory.GetFiles(folder, "*.db*").Select(File.ReadAllBytes)];
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT raw FROM telegram UNION ALL SELECT convert_to(reason || coalesce(secret, ''), 'UTF8') FROM telegram UNION ALL SELECT convert_to(\"DataArea\" || \"Detail\", 'UTF8') FROM \"CommandRecord\"", connection);
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<byte[]>();
        while (await row.ReadAsync())
            found.Add(row.GetFieldValue<byte[]>(0));
        return found;
    }
}
