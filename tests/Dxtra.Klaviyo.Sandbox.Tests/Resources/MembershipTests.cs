using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class MembershipTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("lists")]
    [InlineData("segments")]
    public async Task The_members_of_every_group_and_the_groups_of_every_member_agree(string kind)
    {
        var byGroup = new HashSet<(string Group, string Profile)>();
        foreach (var group in (await fixture.Sandbox.GetAllAsync($"/api/{kind}")).Ids())
        {
            var members = (await fixture.Sandbox.GetAllAsync($"/api/{kind}/{group}/profiles?page[size]=100")).Ids();
            Assert.Equal(members, (await fixture.Sandbox.GetAllAsync($"/api/{kind}/{group}/relationships/profiles?page[size]=100")).Ids());
            byGroup.UnionWith(members.Select(profile => (group, profile)));
        }

        var byProfile = new HashSet<(string Group, string Profile)>();
        foreach (var profile in (await fixture.Sandbox.GetAllAsync("/api/profiles?page[size]=100")).Ids())
        {
            var groups = (await fixture.Sandbox.GetAsync($"/api/profiles/{profile}/{kind}")).Ids();
            Assert.Equal(groups, (await fixture.Sandbox.GetAsync($"/api/profiles/{profile}/relationships/{kind}")).Ids());
            byProfile.UnionWith(groups.Select(group => (group, profile)));
        }

        Assert.NotEmpty(byGroup);
        Assert.Equal(byGroup.Order(), byProfile.Order());
    }

    [Fact]
    public async Task Members_carry_the_time_they_joined_and_can_be_sorted_by_it()
    {
        var list = (string)(await fixture.Sandbox.GetAsync("/api/lists?filter=equals(name,%5B%22Newsletter%22%5D)"))["data"]![0]!["id"]!;
        var members = await fixture.Sandbox.GetAllAsync(
            $"/api/lists/{list}/profiles?page[size]=20&sort=-joined_group_at&fields[profile]=joined_group_at");
        var times = members.Select(member => (string)member.Attributes()["joined_group_at"]!).ToList();

        Assert.True(times.Count > 20);
        Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
    }

    [Fact]
    public async Task Included_lists_are_those_of_the_person_and_listed_in_the_relationship()
    {
        var id = (string)(await fixture.Sandbox.GetAsync("/api/profiles?filter=equals(external_id,%22CUST-0001%22)"))["data"]![0]!["id"]!;
        var document = await fixture.Sandbox.GetAsync($"/api/profiles/{id}?include=lists,segments,push-tokens,conversations");

        var included = document["included"]!.AsArray().CountBy(item => (string)item!["type"]!).ToDictionary();
        Assert.Equal(4, included["list"]);
        Assert.Equal(2, included["push-token"]);
        Assert.Equal(2, included["conversation"]);
        Assert.Equal(4, document["data"]!["relationships"]!["lists"]!["data"]!.AsArray().Count);
    }
}
