using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>An outlet changes hands: days stay with whoever had it on them.</summary>
public sealed class OwnerTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Days_stay_with_the_enterprise_that_had_the_outlet_on_them(Database database)
    {
        var server = await servers.On(database);
        await using var park = await OutletPark.Gas(server);
        for (var hour = 0; hour < 72; hour++)
            await park.Hour(hour, "a21026-Avg=30,a21026-Flag=N;a19001-Avg=12,a19001-Flag=N;a00000-Avg=36000,a00000-Flag=N");
        await park.Arrived("a21026", 72);
        await park.Rebuild();
        var buyer = await server.Client.NewEnterprise();
        using var seller = await RecordApi.SignedIn(server, $"sell-{buyer}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        using var owner = await RecordApi.SignedIn(server, $"buy-{buyer}-{database}".ToLowerInvariant(), "enterprise-officer", buyer);
        (await Hours(seller)).ShouldBe(72);
        (await Hours(owner)).ShouldBe(0);

        (await Give(buyer, Tomorrow).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString()!.ShouldContain("还没有到");
        await Give(buyer, OutletPark.Day(1)).Saved();
        await Api.Until(() => Hours(owner), hours => hours == 48);
        (await Hours(seller)).ShouldBe(24, "the first day stays the seller's");
        // Working the days up anew leaves them where they belong.
        await park.Rebuild();
        (await Hours(owner)).ShouldBe(48);

        // Back from today on: the seller sees the first day and nothing of the buyer's.
        await Give(park.Enterprise, null).Saved();
        await Api.Until(() => Hours(seller), hours => hours == 24);
        await park.Rebuild();
        (await Hours(seller)).ShouldBe(24);

        // It had never been the buyer's: the mistake is put right as a whole.
        await Give(park.Enterprise, OutletPark.Day(0)).Saved();
        await Api.Until(() => Hours(seller), hours => hours == 72);

        Task<HttpResponseMessage> Give(int enterprise, string? since) =>
            server.Client.PutAsJsonAsync($"/api/v1/points/{park.Point}", new { name = $"排口 {park.Mn}", kind = "FlueGas", enterpriseId = enterprise, enterpriseSince = since }, RecordApi.Token);

        // Valid hours of the stored days, as an account may see them.
        async Task<int> Hours(SignInClient who)
        {
            var rows = (await who.Client.GetFromJsonAsync<List<JsonElement>>($"/api/v1/outlets/transmission?from={OutletPark.Day(0)}&to={OutletPark.Day(2)}", RecordApi.Token))!;
            return rows.Where(row => row.GetProperty("pointId").GetInt32() == park.Point).Sum(row => row.GetProperty("valid").GetInt32());
        }
    }

    private static string Tomorrow => Park.Now.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
