using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Keeping records, in the browser.</summary>
public sealed class RecordPageTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enterprise_is_entered_corrected_as_one_types_and_seen_with_its_history()
    {
        var server = await servers.On(Database.Sqlite);
        var values = RecordApi.Enterprise();
        await using var window = await chromium.Open(server, "/records/enterprises/new");
        var page = window.Page;
        await page.GetByLabel("企业名称 *").Fill((string)values["name"]!);
        await page.GetByLabel("统一社会信用代码 *").Fill("123");
        await page.GetByLabel("生产经营场所地址 *").Fill("纬一路 8 号");
        await Expect(page.GetByText("统一社会信用代码应为 18 位，现有 3 位。")).ToBeVisibleAsync();
        await page.GetByLabel("统一社会信用代码 *").Fill((string)values["creditCode"]!);
        await page.GetByLabel("行业类别 *").Fill("有机化学原料");
        await page.Locator(".mud-list-item", new() { HasText = "C2614" }).ClickAsync();
        await page.GetByLabel("环保负责人 *").Fill("陈环保");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator(".mud-alert").GetByText("请填写联系方式。")).ToBeVisibleAsync();

        // What was typed is still there after the page is loaded anew.
        await page.ReloadAsync();
        await Expect(page.GetByText("已恢复上次未保存的内容")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("生产经营场所地址 *")).ToHaveValueAsync("纬一路 8 号");
        await page.GetByLabel("联系方式 *").Fill("13812345678");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/enterprises/\d+$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = (string)values["name"]! })).ToBeVisibleAsync();
        await Expect(page.GetByText("C2614 有机化学原料制造").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();
        await page.GetByLabel("联系方式 *").Fill("13900000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator(".changes", new() { HasText = "13812345678" }).First).ToContainTextAsync("13900000000");
        await page.GetByLabel("查看某日的内容").Fill("2020-01-01");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("2020-01-01 尚未建立此记录")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_second_editor_sees_the_difference_and_decides()
    {
        var server = await servers.On(Database.Sqlite);
        var id = await server.Client.NewEnterprise();
        await using var window = await chromium.Open(server, $"/records/enterprises/{id}/edit");
        await window.Page.GetByLabel("生产经营场所地址 *").Fill("我的地址");
        await server.Client.Put("enterprises", id, new { address = "别人的地址" }).Saved();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        var panel = window.Find("[role=alert]", "您的修改还没有保存");
        await Expect(panel).ToContainTextAsync("别人的地址");
        await Expect(panel).ToContainTextAsync("我的地址");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "对照后保存我的内容" }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex($"/enterprises/{id}$"));
        (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{id}", Token)).GetProperty("values").GetProperty("address").GetString().ShouldBe("我的地址");
    }

    [Fact]
    public async Task A_list_is_in_its_address_and_a_view_of_it_can_be_kept()
    {
        var server = await servers.On(Database.Sqlite);
        var mark = $"视图{Guid.NewGuid():N}"[..10];
        foreach (var (name, status) in new[] { ("甲", "停产"), ("乙", "正常生产"), ("丙", "停产") })
        {
            var values = RecordApi.Enterprise(mark + name);
            values["status"] = status;
            await server.Client.Post("enterprises", values).Saved();
        }

        await using var window = await chromium.Open(server, $"/records/enterprises?q={mark}&f.status=停产&sort=name&cols=name,status");
        var rows = window.Find("tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(window.Find("thead th")).ToHaveCountAsync(2);
        await OnPaper(window, $"/records/enterprises?q={mark}&f.status=停产&sort=name&cols=name,status&page=2&size=1");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "企业名称 ↑" }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("desc=1"));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "视图" }).ClickAsync();
        await window.Page.GetByText("保存当前视图…").ClickAsync();
        await window.Page.GetByLabel("视图名称").Fill(mark);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await Expect(window.Page.GetByText($"已保存视图“{mark}”。")).ToBeVisibleAsync();
        await window.Page.GotoAsync("/records/enterprises");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "视图" }).ClickAsync();
        await window.Page.GetByText(mark, new() { Exact = true }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(2);
        await rows.First.ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex(@"/enterprises/\d+$"));
        await Expect(window.Find(".record-filters")).ToHaveCountAsync(0); // The record is on the page, not only in the address.
        await window.Page.GoBackAsync();
        await Expect(rows).ToHaveCountAsync(2);
    }

    /// <summary>A page of one row: on paper stand both, what was asked, when and by whom, and nothing to click. Then it is as before.</summary>
    private static async Task OnPaper(Window window, string path)
    {
        var before = new Uri(window.Page.Url).PathAndQuery;
        await window.Page.GotoAsync(path);
        await Expect(window.Find("tbody tr")).ToHaveCountAsync(1);
        // A function around it: an expression whose value is a function is called at once.
        await window.Page.EvaluateAsync("""
            () => {
                window.print = () => {
                    dispatchEvent(new Event("beforeprint"));
                    window.printed = [document.querySelectorAll("tbody tr").length, document.querySelector(".print-head").textContent, document.getElementById("paper").textContent];
                };
            }
            """);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "打印" }).ClickAsync();
        await window.Page.WaitForFunctionAsync("() => window.printed");
        (await window.Page.EvaluateAsync<int>("window.printed[0]")).ShouldBe(2);
        var head = await window.Page.EvaluateAsync<string>("window.printed[1]");
        head.ShouldContain("停产");
        head.ShouldMatch(@"打印：\S+\s+\d{4}-\d{2}-\d{2} \d{2}:\d{2}");
        (await window.Page.EvaluateAsync<string>("window.printed[2]")).ShouldContain("size: A4");
        await Expect(window.Find("tbody tr")).ToHaveCountAsync(1);
        await Expect(window.Find(".print-head")).ToBeHiddenAsync();
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(window.Find(".print-head")).ToBeVisibleAsync();
        await Expect(window.Find(".mud-appbar")).ToBeHiddenAsync();
        await Expect(window.Find(".record-filters")).ToBeHiddenAsync();
        await window.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await window.Page.GotoAsync(before);
        await Expect(window.Find("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_record_and_a_list_have_labels_with_a_code()
    {
        var server = await servers.On(Database.Sqlite);
        var values = RecordApi.Enterprise();
        var id = (await server.Client.Post("enterprises", values).Saved()).Id();
        await using var window = await chromium.Open(server, $"/records/enterprises/{id}/label");
        await Expect(window.Find(".label .label-title")).ToHaveTextAsync((string)values["name"]!);
        await Expect(window.Find(".label svg")).ToBeVisibleAsync();
        await window.Page.GotoAsync($"/records/enterprises/labels?q={values["creditCode"]}");
        await Expect(window.Find(".label")).ToHaveCountAsync(1);
        using var code = await server.Client.GetAsync($"/api/v1/records/enterprises/{id}/qr", Token);
        (code.Content.Headers.ContentType?.MediaType, (await code.Content.ReadAsStringAsync(Token)).Contains("<svg", StringComparison.Ordinal)).ShouldBe(("image/svg+xml", true));
    }

    [Fact]
    public async Task A_workbook_is_checked_first_and_its_good_rows_imported()
    {
        var server = await servers.On(Database.Sqlite);
        var (good, bad) = (RecordApi.Enterprise(), RecordApi.Enterprise());
        using var book = new MemoryStream();
        await book.SaveAsAsync(new[] { good, bad }.Select(values => new Dictionary<string, object?>
        {
            ["企业名称"] = values["name"],
            ["统一社会信用代码"] = values["creditCode"],
            ["行业类别"] = values["industry"],
            ["生产经营场所地址"] = values["address"],
            ["环保负责人"] = values["environmentOfficer"],
            ["联系方式"] = ReferenceEquals(values, bad) ? "无" : values["phone"],
        }).ToList(), cancellationToken: Token);
        await using var window = await chromium.Open(server, "/records/enterprises/import");
        await Expect(window.Find("h1")).ToBeFocusedAsync(); // The page has settled and hears the input.
        await window.Page.GetByLabel("选择填好的文件").SetInputFilesAsync(new FilePayload { Name = "企业.xlsx", MimeType = "application/octet-stream", Buffer = book.ToArray() });
        await Expect(window.Page.GetByText("不像电话号码")).ToBeVisibleAsync();
        await Expect(window.Find("[role=status]", "有错 1 行")).ToBeVisibleAsync();
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "下载检查结果" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("企业档案-检查结果.xlsx");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "导入正确的 1 行" }).ClickAsync();
        await Expect(window.Page.GetByText("已导入：新增 1 条")).ToBeVisibleAsync();
        (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={good["creditCode"]}", Token)).GetProperty("total").GetInt32().ShouldBe(1);
        (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={bad["creditCode"]}", Token)).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task An_enterprise_hands_in_the_park_returns_and_approves_and_both_are_told()
    {
        var server = await servers.On(Database.Sqlite);
        var own = await server.Client.NewEnterprise();
        using var signedIn = await RecordApi.SignedIn(server, $"page-{own}", "enterprise-officer", own);
        var project = $"技改项目{own}";
        await using var enterprise = await chromium.OpenSignedOut(server, "/records/enterprise-eias/new");
        await enterprise.Page.GetByLabel("用户名").Fill($"page-{own}");
        await enterprise.Page.GetByLabel("口令").Fill(SignInClient.Password);
        await enterprise.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await enterprise.Page.GetByLabel("项目名称 *").Fill(project);
        await enterprise.Page.GetByLabel("批复文号").Fill("苏环审 8 号");
        // It enters for itself: there is no choice of enterprise, and no way to the park's devices.
        await Expect(enterprise.Page.GetByLabel("企业 *")).ToHaveCountAsync(0);
        await Expect(enterprise.Page.GetByRole(AriaRole.Link, new() { Name = "报文" })).ToHaveCountAsync(0);
        await enterprise.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(enterprise.Page.GetByText("请填写环评类别。").First).ToBeVisibleAsync();
        await enterprise.Page.GetByLabel("环评类别 *").ClickAsync();
        await enterprise.Page.Locator(".mud-list-item", new() { HasText = "报告书" }).ClickAsync();
        await enterprise.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(enterprise.Page).ToHaveURLAsync(new Regex("/todo"));

        await using var park = await chromium.Open(server, "/messages");
        await park.Find("tbody tr", project).First.ClickAsync();
        await Expect(park.Page.GetByRole(AriaRole.Heading, new() { Name = project })).ToBeVisibleAsync();
        await park.Page.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await park.Page.GetByLabel("原因").Fill("请补批复日期");
        await park.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();

        // The open page of the enterprise hears of it by itself.
        await Expect(enterprise.Page.GetByRole(AriaRole.Link, new() { Name = "消息中心，1 条未读" })).ToBeVisibleAsync();
        await enterprise.Page.GotoAsync("/todo?f.state=Returned");
        await enterprise.Page.GetByRole(AriaRole.Link, new() { Name = project }).ClickAsync();
        await enterprise.Page.GetByRole(AriaRole.Link, new() { Name = "继续填写" }).ClickAsync();
        await Expect(enterprise.Page.GetByText("园区退回：请补批复日期")).ToBeVisibleAsync();
        await enterprise.Page.GetByLabel("批复日期").Fill("2025-03-01");
        await enterprise.Page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(enterprise.Page).ToHaveURLAsync(new Regex("/todo"));
        // Other tests' duties are on the park's list as well: it looks for this one.
        await park.Page.GotoAsync($"/todo?f.state=Submitted&q={project}");
        await park.Page.GetByRole(AriaRole.Link, new() { Name = project }).ClickAsync();
        await park.Page.GetByRole(AriaRole.Button, new() { Name = "通过" }).ClickAsync();
        await Expect(park.Page.GetByText("已通过，内容写入档案。")).ToBeVisibleAsync();
        await enterprise.Page.GotoAsync($"/enterprises/{own}?tab=enterprise-eias");
        await Expect(enterprise.Page.GetByRole(AriaRole.Link, new() { Name = project })).ToBeVisibleAsync();
        var foreign = await server.Client.NewEnterprise("隔壁工厂" + own);
        await enterprise.Page.GotoAsync($"/enterprises/{foreign}");
        await Expect(enterprise.Page.GetByText("没有这家企业")).ToBeVisibleAsync();
        await enterprise.Page.GotoAsync($"/records/enterprises?q=隔壁工厂");
        await Expect(enterprise.Page.GetByText("没有符合条件的记录")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_park_looks_for_is_found_from_any_page_by_the_keyboard_alone()
    {
        var server = await servers.On(Database.Sqlite);
        var id = await server.Client.NewEnterprise($"寻找{Guid.NewGuid():N}"[..12]);
        var name = (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{id}", Token)).GetProperty("title").GetString()!;
        await using var window = await chromium.Open(server, "/monitor/live");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "实时数据" })).ToBeVisibleAsync();
        // The page has settled: its heading has the focus, and the key is listened to.
        await Expect(window.Find("h1")).ToBeFocusedAsync();
        var box = window.Find(".global-search input[aria-keyshortcuts]");
        await Expect(box).ToHaveCountAsync(1);
        await window.Page.Keyboard.PressAsync("Control+k");
        await Expect(box).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync(name[..8]);
        await Expect(window.Find(".mud-list-item", name)).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page).ToHaveURLAsync(new Regex($"/enterprises/{id}$"));
        // Two points of one name lead to the same place, and are one to whoever looks.
        foreach (var kind in new[] { "AmbientAir", "WasteWater" })
            await server.Post<JsonElement>("/api/v1/points/", new { name = "双生" + name, kind });
        await window.Page.GotoAsync("/monitor/live");
        await Expect(window.Find("h1")).ToBeFocusedAsync();
        await Expect(box).ToHaveCountAsync(1);
        await window.Page.Keyboard.PressAsync("Control+k");
        await Expect(box).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("双生" + name);
        await Expect(window.Find(".mud-list-item", "双生" + name)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_field_that_the_park_adds_is_in_form_list_history_and_workbook_at_once()
    {
        var server = await servers.On(Database.Sqlite);
        var label = $"应急池容积{Guid.NewGuid():N}"[..9];
        await using var window = await chromium.Open(server, "/records/receptors/fields");
        await window.Page.GetByLabel("字段名称").Fill(label);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "增加" }).ClickAsync();
        await Expect(window.Page.GetByText($"已增加“{label}”。")).ToBeVisibleAsync();
        var type = await server.Client.GetByteArrayAsync("/api/v1/records/receptors/template", Token);
        new MemoryStream(type).Query().Cast<IDictionary<string, object?>>().Single().Values.ShouldContain(label);
        await window.Page.GotoAsync("/records/receptors/new");
        var name = $"新村{Guid.NewGuid():N}"[..10];
        await window.Page.GetByLabel("名称 *", new() { Exact = true }).Fill(name);
        await window.Page.GetByLabel("类别 *").ClickAsync();
        await window.Page.Locator(".mud-list-item", new() { HasText = "居民点" }).ClickAsync();
        await window.Page.GetByLabel("经度（°） *").Fill("121.1");
        await window.Page.GetByLabel("纬度（°） *").Fill("31.2");
        await window.Page.GetByLabel(label).Fill("四百立方米");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(window.Find("dd", "四百立方米")).ToBeVisibleAsync();
        await Expect(window.Find(".changes", label)).ToBeVisibleAsync();
    }

    [Theory, InlineData(0), InlineData(150)]
    public async Task What_was_typed_and_chosen_a_moment_before_saving_is_saved_also_over_a_slow_line(int delay)
    {
        var server = await servers.On(Database.Sqlite);
        await using var window = await chromium.Open(server, "about:blank");
        await window.Slow(TimeSpan.FromMilliseconds(delay));
        await window.Page.GotoAsync("/records/receptors/new");
        var name = $"新村{Guid.NewGuid():N}"[..10];
        await window.Page.GetByLabel("名称 *", new() { Exact = true }).Fill(name);
        await window.Page.GetByLabel("经度（°） *").Fill("121.1");
        await window.Page.GetByLabel("纬度（°） *").Fill("31.2");
        await window.Page.GetByLabel("类别 *").ClickAsync();
        await window.Page.Locator(".mud-list-item", new() { HasText = "居民点" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(window.Find("dd", "居民点")).ToBeVisibleAsync();
        await Expect(window.Find("h1")).ToHaveTextAsync(name);
    }
}
