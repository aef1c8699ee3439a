using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>The outlet's page in the real browser.</summary>
public sealed class OutletPageTests(Servers servers, Chromium chromium)
{
    [Fact]
    public async Task Every_tab_of_an_outlet_shows_what_was_sent()
    {
        var server = await servers.On(Database.Sqlite);
        await using var park = await OutletPark.Gas(server);
        for (var hour = 0; hour < 24; hour++)
            await park.Hour(hour, $"a21026-Avg={(hour == 5 ? 45 : 30)},a21026-Flag={(hour == 7 ? 'M' : 'N')};a19001-Avg=12,a19001-Flag=N;a00000-Avg=36000,a00000-Flag=N");
        await park.Arrived("a21026", 24);
        await park.Check("a21026", "量程漂移", OutletPark.First, 85, 100, 100);
        await park.Check("a21026", "量程漂移", OutletPark.First.AddMinutes(30), 100, 100, 100);
        await park.Rebuild();
        var range = $"?range=custom&from={OutletPark.Day(0)}&to={OutletPark.Day(0)}";

        await using var window = await chromium.Open(server, $"/outlets?q={park.Mn}");
        var page = window.Page;
        await Expect(page.GetByText($"排口 {park.Mn}").First).ToBeVisibleAsync();
        foreach (var (tab, text) in new[]
        {
            ("live", "GB 13271-2014"), ("curve" + range, "虚线为折算值"), ("hours" + range, "60.00 ▲"), ("emissions" + range, "年许可排放量使用情况"), ("transmission" + range, "全部因子"), ("exceedances" + range, "超标 0.2 倍"),
            ("quota", "没有备案远程控阀参数"), ("filing", "名称或编号相同，自动对应"), ("checks", "不合格"),
        })
        {
            await page.GotoAsync($"/outlets/{park.Point}/{tab}");
            await Expect(page.GetByText(text).First).ToBeVisibleAsync();
        }

        await page.GotoAsync($"/outlets/{park.Point}/quota");
        await page.GetByLabel("原因 *").Fill("试验关阀");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "关阀" }).ClickAsync();
        await Expect(page.GetByTestId("valve-orders")).ToContainTextAsync("试验关阀");
        foreach (var (path, text) in new[] { ("/outlets/transmission" + range, $"排口 {park.Mn}"), ("/outlets/emissions", "年许可量"), ("/outlets/quotas", "刷卡排污"), ("/outlets/mine", "这一页供企业账户使用") })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByText(text).First).ToBeVisibleAsync();
        }
    }
}
