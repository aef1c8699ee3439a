using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Relay;

/// <summary>Store and forward: the upper platform goes away, the server is killed, nodes die. Nothing is lost, the order is kept, only what was unanswered is repeated.</summary>
public sealed class RelayOutageTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_outage_over_a_killed_server_ends_with_everything_in_order_and_at_most_the_unanswered_one_twice(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-relay-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var gateway = TestServer.FreePort();
        string[] mns = [Api.NewMn(), Api.NewMn()];
        var sent = new List<string>();
        await using var upper = new TestUpperPlatform();
        int id;
        await using (var server = await ServerProcess.Start(folder, postgres, gateway))
        {
            foreach (var mn in mns)
                await server.Register(mn);
            id = await server.Relay(upper.Port, mns);
            await using var devices = new Devices(server, mns);
            async Task Send(int count)
            {
                for (var i = 0; i < count; i++)
                    sent.Add((await devices.Of(i % 2).Send()).Text());
            }

            await Send(20);
            await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 20);
            upper.Answer = _ => null; // It takes one more and goes away before it answers.
            await Send(1);
            await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 21);
            upper.GoAway();
            await Send(100);
            var away = await Api.Until(() => server.RelayState(id), row => row.Backlog == 101);
            away.Link.ShouldNotBe("Connected");
            away.LastError.ShouldNotBeEmpty();
            away.BacklogSince.ShouldNotBeNull();
            server.Kill();
        }

        await using (var server = await ServerProcess.Start(folder, postgres, gateway))
        {
            await using var devices = new Devices(server, mns);
            for (var i = 0; i < 50; i++)
                sent.Add((await devices.Of(i % 2).Send(CommandCode.MinuteData, "w01018-Avg=36.2,w01018-Flag=N")).Text());
            (await server.RelayState(id)).Backlog.ShouldBe(151);
            upper.Answer = one => TelegramWriter.AnswerTo(one.Telegram);
            upper.Return();

            await Api.Until(() => server.RelayState(id), row => row.Backlog == 0, TimeSpan.FromSeconds(60));
        }

        upper.Received.Once().ShouldBe(sent);
        upper.Received.Count.ShouldBe(sent.Count + 1, "the one that was unanswered when the line broke, and no other");
        Directory.Delete(folder, recursive: true);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Killed_again_and_again_while_it_relays_each_kill_repeats_one_telegram_at_most(Database database)
    {
        const int kills = 4;
        var folder = Directory.CreateTempSubdirectory("ecopark-relay-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var gateway = TestServer.FreePort();
        var mn = Api.NewMn();
        var sent = new List<string>();
        await using var upper = new TestUpperPlatform();
        upper.GoAway();
        var id = 0;
        for (var life = 0; life <= kills; life++)
        {
            // In one life the blow falls somewhere among answered telegrams, in the next while one is unanswered for certain.
            var (blow, left, isLast) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 30, life == kills);
            var silentAt = life % 2 == 0 ? -80 : 0;
            upper.Answer = one =>
            {
                var now = Interlocked.Decrement(ref left);
                if (now <= 0 && !isLast)
                    blow.TrySetResult();
                return now <= silentAt && !isLast ? null : TelegramWriter.AnswerTo(one.Telegram);
            };
            await using var server = await ServerProcess.Start(folder, postgres, gateway);
            if (life == 0)
            {
                await server.Register(mn);
                id = await server.Relay(upper.Port, [mn], new { timeoutSeconds = 99, retries = 0 });
                await using var devices = new Devices(server, mn);
                for (var i = 0; i < 600; i++)
                    sent.Add((await devices.Of(0).Send(area: $"w01018-Rtd={i},w01018-Flag=N")).Text());
                upper.Return();
            }

            if (life < kills)
                await blow.Task.WaitAsync(TimeSpan.FromSeconds(60));
            else
                await Api.Until(() => server.RelayState(id), row => row.Backlog == 0, TimeSpan.FromSeconds(60));
            server.Kill();
        }

        upper.Received.Once().ShouldBe(sent);
        (upper.Received.Count - sent.Count).ShouldBeInRange(1, kills);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Of_two_nodes_one_relays_what_both_receive_and_the_other_takes_over()
    {
        var postgres = TestPostgres.NewDatabase();
        await using var a = await ServerProcess.Start(postgres: postgres, arguments: "--EcoPark:Cluster:Node=a");
        await using var b = await ServerProcess.Start(postgres: postgres, arguments: "--EcoPark:Cluster:Node=b");
        string[] mns = [Api.NewMn(), Api.NewMn()];
        foreach (var mn in mns)
            await a.Register(mn);
        await Api.Until(() => b.Get<List<System.Text.Json.JsonElement>>("/api/v1/devices"), devices => devices.Count == 2);
        await using var upper = new TestUpperPlatform();
        var id = await a.Relay(upper.Port, mns);
        await using var atA = new Devices(a, mns);
        await using var atB = new Devices(b, mns);
        var sent = new List<string>();
        for (var i = 0; i < 40; i++)
            sent.Add((await (i % 2 == 0 ? atA.Of(0) : atB.Of(1)).Send()).Text());
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 40);
        upper.Received.Select(one => one.Raw.Text()).Order().ShouldBe(sent.Order());
        foreach (var mn in mns)
            upper.Received.Where(one => one.Telegram.Mn == mn).Select(one => one.Qn).ShouldBeInOrder();
        upper.Connections.ShouldBe(1);

        var holder = (await b.RelayState(id)).Node;
        var (gone, left, uploader) = holder == "a" ? (a, b, atB.Of(1)) : (b, a, atA.Of(0));
        gone.Kill();
        for (var i = 0; i < 10; i++)
            sent.Add((await uploader.Send()).Text());

        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count >= 50, TimeSpan.FromSeconds(60));
        upper.Received.Select(one => one.Raw.Text()).Distinct().Order().ShouldBe(sent.Order());
        upper.Received.Count.ShouldBeLessThanOrEqualTo(51);
        (await left.RelayState(id)).Node.ShouldNotBe(holder);
    }
}
