using System.Net;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>A phone in the plant: a survey is taken along, done without network, sent, corrected and sent again; the next user of the phone sees nothing of it.</summary>
public sealed class FieldPageTests(Servers servers, Chromium chromium)
{
    private const string Page = "/field/ldar";

    /// <summary>A camera that sees one picture.</summary>
    private const string Camera = """
        async address => {
            const image = new Image();
            image.src = URL.createObjectURL(new Blob([await (await fetch(address)).text()], { type: "image/svg+xml" }));
            await image.decode();
            const canvas = Object.assign(document.createElement("canvas"), { width: 480, height: 480 });
            const draw = () => { const drawn = canvas.getContext("2d"); drawn.fillStyle = "#fff"; drawn.fillRect(0, 0, 480, 480); drawn.drawImage(image, 60, 60, 360, 360); };
            draw();
            setInterval(draw, 100);
            navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
        }
        """;

    [Fact]
    public async Task A_survey_is_done_without_network_and_sent_when_there_is_one()
    {
        var server = await servers.On(Database.Sqlite);
        using var park = await FieldPark.Build(server, Database.Sqlite);
        var cookies = park.Officer.Cookies.GetCookies(server.Http);
        await using var window = await chromium.Open(server, "/ldar", 390, 844, cookies);
        window.IsCutOff = true;
        var errors = new List<string>();
        window.Page.PageError += (_, error) => errors.Add(error);

        // Taken along, from the platform's own page.
        await window.Page.GetByText("现场检测（手机）").ClickAsync();
        await window.Page.WaitForURLAsync("**" + Page);
        await Expect(window.Find("html")).ToHaveAttributeAsync("data-kept", "true");
        await Card(window, park).GetByText("载入", new() { Exact = true }).ClickAsync();
        await Expect(window.Find("h1")).ToContainTextAsync(park.SurveyCode);
        await Expect(Progress(window)).ToHaveTextAsync("0 / 3");
        await window.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        // The plant: no network, the page is opened anew.
        var context = window.Page.Context;
        await context.SetOfflineAsync(true);
        await window.Page.ReloadAsync();
        await Expect(window.Find("#net")).ToHaveTextAsync("无网络");
        await Expect(Progress(window)).ToHaveTextAsync("0 / 3");

        // A reading without its background is not taken, in the platform's words.
        await window.Find($"[data-point={park.Code(1)}]").ClickAsync();
        await Enter(window, "10:00:00", "8003");
        await Expect(window.Find("[data-testid=hint]")).ToHaveTextAsync($"没有 {FieldPark.Day} 装置 U-{park.Mark} 用仪器 {park.Serial} 测取的环境本底，不能算净检值；请先登记环境本底。");
        await Save(window);
        await Expect(window.Find("#say")).ToContainTextAsync("请先登记环境本底");
        await window.Find(".back").ClickAsync();
        await Expect(window.Find("[data-testid=send]")).ToHaveTextAsync("都已发送");
        var grounds = window.Find("[data-testid=backgrounds]");
        await grounds.GetByLabel("测取时间").FillAsync("09:00:00");
        await grounds.GetByLabel("本底浓度（ppm）").FillAsync("3");
        await grounds.GetByText("保存本底").ClickAsync();
        await Expect(window.Find("[data-testid=send]")).ToHaveTextAsync("发送 1 条");

        // Before the background it is not taken either; after it, it leaks, and the phone says that this is a hint.
        await window.Find($"[data-point={park.Code(1)}]").ClickAsync();
        await Enter(window, "08:59:00", "8003");
        await Save(window);
        await Expect(window.Find("[data-testid=hint]")).ToHaveTextAsync($"检测时间 {FieldPark.Day} 08:59 早于当日环境本底的测取时间 {FieldPark.Day} 09:00。");
        await Enter(window, "10:00:00", "8003", "10:00:20");
        await Expect(window.Find("[data-testid=hint]")).ToContainTextAsync("▲ 泄漏");
        await Expect(window.Find("[data-testid=hint]")).ToContainTextAsync("净检值 8000 ppm（本底 3，限值 ≥2000）");
        await Expect(window.Find("[data-testid=hint]")).ToContainTextAsync("以发送后平台的判定为准");
        await Save(window);
        await Expect(Progress(window)).ToHaveTextAsync("1 / 3");

        // A scanner that types what the label says; then one whose value the instrument cannot show: the phone tells and keeps it.
        await window.Find("input[type=search]").FillAsync($"{server.Http}records/ldar-seal-points/{park.Seals[1]}");
        await window.Find("input[type=search]").PressAsync("Enter");
        await Expect(window.Find("h1")).ToHaveTextAsync(park.Code(2));
        await Enter(window, "10:05:00", "43");
        await Expect(window.Find("[data-testid=hint]")).ToContainTextAsync("● 未泄漏");
        await Save(window);
        await window.Find($"[data-point={park.Code(3)}]").ClickAsync();
        await Enter(window, "10:10:00", "60000");
        await Expect(window.Find("[data-testid=hint] .reason")).ToHaveTextAsync($"读数 60000 ppm 超过仪器 {park.Serial} 的量程上限 50000 ppm。保存后平台将不予接收，请核实。");
        await window.Page.GetByLabel("照片").First.SetInputFilesAsync(new FilePayload { Name = "照片.png", MimeType = "image/png", Buffer = await window.Page.ScreenshotAsync() });
        await Save(window);

        // One that nobody reaches is told by its reason alone, and taken back.
        await window.Find("[data-tab=all]").ClickAsync();
        await window.Find($"[data-point={park.Code(2)}]").ClickAsync();
        await window.Find("[data-testid=unreachable] summary").ClickAsync();
        await window.Page.GetByText("在保温层内").ClickAsync();
        await window.Page.GetByText("记为不可达").ClickAsync();
        await Expect(window.Find($"[data-point={park.Code(2)}]")).ToContainTextAsync("不可达：在保温层内");
        await window.Find($"[data-point={park.Code(2)}]").ClickAsync();
        await window.Find("[data-testid=entered] li", "不可达").GetByText("删除").ClickAsync();
        await Expect(window.Find("[data-testid=entered] li")).ToHaveCountAsync(1);
        await window.Find(".back").ClickAsync();

        // Closed and opened again, all of it is there.
        await Expect(window.Find("[data-testid=send]")).ToHaveTextAsync("发送 4 条");
        await window.Page.GotoAsync("about:blank");
        await window.Page.GotoAsync(Page);
        await Expect(window.Find($"[data-survey='{park.Survey}']")).ToContainTextAsync("未发送 4 条");
        await window.Find($"[data-survey='{park.Survey}']").GetByText("打开").ClickAsync();
        await Expect(Progress(window)).ToHaveTextAsync("3 / 3");
        await Send(window, "现在连不上平台");

        // Two are stored and judged, one is refused with the platform's reason and stays to be corrected.
        await context.SetOfflineAsync(false);
        await Send(window, "已接收 3 条，未接收 1 条");
        await Expect(Progress(window)).ToHaveTextAsync("2 / 3");
        await Expect(window.Find($"[data-point={park.Code(3)}] .reason")).ToHaveTextAsync($"读数 60000 ppm 超过仪器 {park.Serial} 的量程上限 50000 ppm。");
        (await Readings()).ShouldBe([(park.Code(1), 8_000, true, 20), (park.Code(2), 40, false, null)]);
        await window.Find($"[data-point={park.Code(3)}]").ClickAsync();
        await window.Find("[data-testid=entered]").GetByText("更正").ClickAsync();
        await Expect(window.Find("[data-testid=reading] h2")).ToHaveTextAsync("更正检测");
        await window.Page.GetByLabel("仪器读数", new() { Exact = true }).FillAsync("60");
        await Save(window);

        // The session has ended meanwhile: it is told, and nothing is lost.
        await context.ClearCookiesAsync();
        await Send(window, "登录已失效");
        await Expect(window.Find(".note.bad a")).ToHaveAttributeAsync("href", "/sign-in?from=/field/ldar");
        await Expect(window.Find("[data-testid=send]")).ToHaveTextAsync("发送 1 条");
        await SignIn(context, server, cookies);
        await Send(window, "已接收 1 条，未接收 0 条");
        await Expect(Progress(window)).ToHaveTextAsync("3 / 3");
        (await Readings()).ShouldBe([(park.Code(1), 8_000, true, 20), (park.Code(2), 40, false, null), (park.Code(3), 57, false, null)]);
        var read = (await server.Get<JsonElement>($"/api/v1/records/ldar-readings/?q={park.Code(3)}")).GetProperty("items")[0].Id();
        (await server.Get<JsonElement>($"/api/v1/records/ldar-readings/{read}/attachments")).EnumerateArray().Select(one => one.GetProperty("mediaType").GetString()).ShouldBe(["image/jpeg"]);

        // The label through the camera.
        await window.Page.EvaluateAsync(Camera, $"/api/v1/records/ldar-seal-points/{park.Seals[1]}/qr");
        await window.Page.GetByText("扫码").ClickAsync();
        await Expect(window.Find("h1")).ToHaveTextAsync(park.Code(2));
        await Expect(window.Find("[data-testid=entered]")).ToContainTextAsync("净检值 40 ppm，未泄漏");
        await Expect(window.Find(".camera")).ToHaveCountAsync(0);
        errors.ShouldBeEmpty();

        async Task<List<(string?, double, bool, int?)>> Readings() => [.. (await park.Stored("ldar-readings")).Select(one => (one.GetProperty("pointCode").GetString(), one.GetProperty("net").GetDouble(), one.GetProperty("isLeak").GetBoolean(),
            one.TryGetProperty("dwellSeconds", out var dwell) ? dwell.GetInt32() : (int?)null)).OrderBy(one => one.Item1, StringComparer.Ordinal)];
    }

    [Fact]
    public async Task What_one_keeps_in_a_phone_another_is_not_shown()
    {
        var server = await servers.On(Database.Sqlite);
        using var park = await FieldPark.Build(server, Database.Sqlite);
        using var other = await FieldPark.Build(server, Database.Sqlite);
        var cookies = park.Officer.Cookies.GetCookies(server.Http);
        await using var window = await chromium.Open(server, Page, 390, 844, cookies);
        window.IsCutOff = true;
        await Expect(window.Find("html")).ToHaveAttributeAsync("data-kept", "true");
        await Card(window, park).GetByText("载入", new() { Exact = true }).ClickAsync();
        await window.Find("[data-testid=backgrounds]").GetByLabel("本底浓度（ppm）").FillAsync("3");
        await window.Find("[data-testid=backgrounds]").GetByText("保存本底").ClickAsync();
        await Expect(window.Find("[data-testid=send]")).ToHaveTextAsync("发送 1 条");
        await Expect(window.Find("[data-testid=seals] a")).ToHaveCountAsync(3);
        (await window.Page.RunAxe()).Violations.Select(rule => rule.Id).ShouldBeEmpty();
        await window.Find($"[data-point={park.Code(1)}]").ClickAsync();
        await Expect(window.Find("[data-testid=reading]")).ToBeVisibleAsync();
        (await window.Page.RunAxe()).Violations.Select(rule => rule.Id).ShouldBeEmpty();
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);

        // Signed out by the menu: without network nothing is shown, not even by its address.
        await window.Page.GotoAsync("/me");
        await window.Find(".user-name button").ClickAsync();
        await window.Page.GetByText("退出登录").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in$"));
        var context = window.Page.Context;
        await context.SetOfflineAsync(true);
        await window.Page.GotoAsync($"{Page}#survey={park.Survey}");
        await Expect(window.Find("main")).ToContainTextAsync("登录后显示本人的检测单");
        await Expect(window.Find("main")).Not.ToContainTextAsync(park.Mark);

        // Another signs in on the same phone: his own alone, and none of the first's is sent as his.
        await context.SetOfflineAsync(false);
        await SignIn(context, server, other.Officer.Cookies.GetCookies(server.Http));
        await window.Page.GotoAsync(Page);
        await Card(window, other).GetByText("载入", new() { Exact = true }).ClickAsync();
        await Expect(window.Find("h1")).ToContainTextAsync(other.SurveyCode);
        await window.Page.GotoAsync($"{Page}#survey={park.Survey}");
        await Expect(window.Find("main")).ToContainTextAsync(other.SurveyCode);
        await Expect(window.Find("main")).Not.ToContainTextAsync(park.Mark);

        // The first again: what was not sent is there.
        using var again = new SignInClient(server.Http);
        await again.SignIn($"field-{park.Enterprise}-sqlite", SignInClient.Password);
        await SignIn(context, server, again.Cookies.GetCookies(server.Http));
        await window.Page.GotoAsync("about:blank");
        await window.Page.GotoAsync(Page);
        await Expect(window.Find($"[data-survey='{park.Survey}']")).ToContainTextAsync("未发送 1 条");
        await Expect(window.Find("main")).Not.ToContainTextAsync(other.Mark);
        await window.Find($"[data-survey='{park.Survey}']").GetByText("打开").ClickAsync();
        await Send(window, "已接收 1 条，未接收 0 条");
        (await again.Client.GetStringAsync("/api/v1/records/ldar-backgrounds/", TestContext.Current.CancellationToken)).ShouldContain("\"total\":1");
    }

    [Fact]
    public async Task The_sheet_on_paper_has_a_code_for_each_seal_and_nothing_for_a_stranger()
    {
        var server = await servers.On(Database.Sqlite);
        using var park = await FieldPark.Build(server, Database.Sqlite);
        await using var window = await chromium.Open(server, $"/ldar/surveys/{park.Survey}/sheet", park.Officer.Cookies.GetCookies(server.Http));
        var rows = window.Find("[data-testid=field-sheet] tbody tr");
        await Expect(rows).ToHaveCountAsync(4);
        await Expect(rows.Nth(1)).ToContainTextAsync(park.Code(2));
        await Expect(rows.Nth(1)).ToContainTextAsync("≥2000");
        await Expect(rows.Nth(3)).ToContainTextAsync("不可达");
        await window.Page.AddScriptTagAsync(new() { Url = "/field/ldar/jsQR.js" });
        (await window.Page.EvaluateAsync<string>("""
            async () => {
                const image = new Image();
                image.src = URL.createObjectURL(new Blob([document.querySelectorAll(".field-sheet svg")[1].outerHTML], { type: "image/svg+xml" }));
                await image.decode();
                const drawn = Object.assign(document.createElement("canvas"), { width: 400, height: 400 }).getContext("2d");
                drawn.drawImage(image, 0, 0, 400, 400);
                return jsQR(drawn.getImageData(0, 0, 400, 400).data, 400, 400)?.data;
            }
            """)).ShouldBe($"{server.Http}records/ldar-seal-points/{park.Seals[1]}");

        using var other = await FieldPark.Build(server, Database.Sqlite);
        await using var foreign = await chromium.Open(server, $"/ldar/surveys/{park.Survey}/sheet", other.Officer.Cookies.GetCookies(server.Http));
        await Expect(foreign.Find("body")).ToContainTextAsync("没有这次现场检测");
        await Expect(foreign.Find("body")).Not.ToContainTextAsync(park.Mark);
    }

    private static ILocator Card(Window window, FieldPark park) => window.Find("article", park.SurveyCode);

    private static ILocator Progress(Window window) => window.Find("[data-testid=progress]");

    private static async Task Enter(Window window, string from, string ppm, string? to = null)
    {
        var form = window.Find("[data-testid=reading]");
        await form.GetByLabel("仪器读数", new() { Exact = true }).FillAsync(ppm);
        await form.GetByLabel("开始", new() { Exact = true }).FillAsync(from);
        if (to is not null)
            await form.GetByLabel("结束", new() { Exact = true }).FillAsync(to);
    }

    private static Task Save(Window window) => window.Find("[data-testid=reading]").GetByText("保存", new() { Exact = true }).ClickAsync();

    private static async Task Send(Window window, string told)
    {
        await window.Find("[data-testid=send]").ClickAsync();
        await Expect(window.Find("#say")).ToContainTextAsync(told);
    }

    private static async Task SignIn(IBrowserContext context, TestServer server, CookieCollection cookies)
    {
        await context.ClearCookiesAsync();
        await context.AddCookiesAsync(cookies.Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = server.Http.ToString() }));
    }
}
