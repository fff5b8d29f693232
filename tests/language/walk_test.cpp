// Each construct of walk.ochre does what language.md says: rows are written, refused and read accordingly.
#include <catch2/catch.hpp>

#include "ochre/errors.hpp"
#include "walk/json.hpp"
#include "walk/models.hpp"

namespace {

using namespace walk;
using ochre::from;

ochre::Database opened() {
  ochre::Database db = walk::open("sqlite::memory:");
  db.create_missing();
  return db;
}

struct League {
  ochre::Database db = opened();
  Tenant tenant = db.insert(NewTenant{.code = " ab "});
  Team team = db.insert(NewTeam{.tenant_id = tenant.id, .number = 1, .name = "First"});
  Rank rank = db.insert(NewRank{.name = "novice"});

  Player player(std::optional<std::int32_t> number = 1) {
    return db.insert(NewPlayer{.tenant_id = tenant.id, .number = number});
  }
};

template <typename Action>
std::string broken(Action action) {
  try {
    action();
  } catch (const ochre::ValidationFailed& failure) {
    return std::string(failure.violations().begin()->field) + " " +
           std::string(failure.violations().begin()->rule);
  } catch (const ochre::CheckViolation& failure) {
    return failure.constraint();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("words of the language, SQL and C++ are names") {
  ochre::Database db = opened();
  const Word word = db.insert(NewWord{.order = "second"});
  CHECK(word.id == 1);
  CHECK(word.class_ == 7);
  const Word plain = db.insert(NewWord{});
  CHECK(plain.order == "\U0001F600 \"quoted\" \\ \n\t");
  CHECK(plain.check == "raw \\d");
  CHECK(plain.query == "two\n  lines");
  CHECK(db.find(words, plain.id) == plain);
  CHECK(db.all(from(words).where(words.order == "second" && words.index == 1)).size() == 1);
  db.erase(plain);
  CHECK(db.insert(NewWord{.index = 2}).id == 3);  // monotonic: 2 is not used again
  CHECK_THROWS_AS(db.insert(NewWord{.index = 2}), ochre::UniqueViolation);
}

TEST_CASE("a column of another name, a name in JSON, enum values with stored names") {
  ochre::Database db = opened();
  const Word word = db.insert(NewWord{.liked = 5, .select = Kind::Two});
  CHECK(db.one(from(words).where(words.liked == 5)).select == Kind::Two);
  CHECK(to_string(Kind::Two) == "zwei");
  const std::string json = ochre::to_json(word);
  CHECK(json.find("\"choice\":\"zwei\"") != std::string::npos);
  CHECK(ochre::from_json<Word>(json).value == word);
}

TEST_CASE("checks of models, mixins and mixins of mixins") {
  ochre::Database db = opened();
  CHECK(broken([&] { db.insert(NewWord{.count = -1}); }).find("counted") != std::string::npos);
  CHECK(broken([&] { db.insert(NewWord{.order = "x", .query = "x"}); }).find("here") != std::string::npos);
  CHECK(broken([&] { db.insert(NewWord{.order = "100%", .query = "x"}); }) == "nothing");
  CHECK(db.insert(NewWord{.index = 9}).made_at.time_since_epoch().count() > 0);
}

TEST_CASE("named types pass their rules on, and normalise first") {
  League league;
  CHECK(league.tenant.code == "AB");
  CHECK(broken([&] { league.db.insert(NewTenant{.code = " x "}); }) == "code length");
  CHECK(broken([&] { league.db.insert(NewTenant{.code = std::string(13, 'x')}); }) == "code length");
  CHECK_THROWS_AS(league.db.insert(NewTenant{.code = "Ab"}), ochre::UniqueViolation);
}

TEST_CASE("keys of several parts, keys that are relations, keys that share a field") {
  League league;
  CHECK(league.db.find(teams, league.tenant.id, 1) == league.team);
  const Badge badge = league.db.insert(NewBadge{.team_tenant_id = league.tenant.id, .team_number = 1});
  CHECK(badge.colour == "grey");
  CHECK(league.db.find(badges, league.tenant.id, 1) == badge);
  const Player player = league.player();
  const auto joined = from(players).join(players.team).where(teams.name == "First").select(players.id);
  CHECK(league.db.all(joined) == std::vector<ochre::Uuid>{player.id});
  CHECK(league.db.count(from(teams).where(teams.players.any() && teams.fans.none())) == 1);
  CHECK(league.db.exists(from(teams).where(teams.badge().colour == "grey")));
}

TEST_CASE("what happens to a row when the other one goes or changes its key") {
  League league;
  Player captain = league.player();
  Player follower = league.player();
  follower.captain_id = captain.id;
  follower.favourite_tenant_id = league.tenant.id;
  follower.favourite_number = 1;
  follower.number.reset();  // of no team any more: a key with a part missing refers to nothing
  captain.number.reset();
  league.db.update(captain);
  league.db.update(follower);
  league.db.insert(NewBadge{.team_tenant_id = league.tenant.id, .team_number = 1});

  league.db.erase(captain);  // set_null
  CHECK(league.db.find(players, follower.id)->captain_id == std::nullopt);
  CHECK_THROWS_AS(league.db.erase(league.rank), ochre::Error);  // players would fall back to this very rank
}

TEST_CASE("many to many with itself, over a model of one's own") {
  League league;
  const Player a = league.player();
  const Player b = league.player();
  const Rivalry rivalry = league.db.insert(NewRivalry{.one_id = a.id, .other_id = b.id});
  CHECK(rivalry.since == std::chrono::sys_days(std::chrono::year(2026) / 1 / 31));
  const auto graph =
      league.db.graph(from(players).order_by(players.id).include(players.rivals).include(players.rival_of));
  for (const Player& player : graph) {
    CHECK(graph.of(player, players.rivals).size() == (player.id == a.id ? 1U : 0U));
    CHECK(graph.of(player, players.rival_of).size() == (player.id == b.id ? 1U : 0U));
  }
}

TEST_CASE("structs flattened, absent, in JSON and in arrays") {
  League league;
  Player player = league.player();
  CHECK(!player.home);
  player.home = Place{.city = "Ulm", .region = "BW", .at = Point{.x = 9.99, .y = 48.4}};
  player.away = Place{.city = "Bonn", .region = {}, .at = {}};
  player.tours = {Place{.city = "Rom", .region = {}, .at = {}}, *player.home};
  league.db.update(player);
  const Player found = league.db.find(players, player.id).value();
  CHECK(found == player);
  CHECK(found.home->region == "bw");  // @lower
  CHECK(league.db.count(from(players).where(players.home.city == "Ulm" && players.home.at.y > 48.0)) == 1);
  player.home->at->x = 200;
  CHECK(broken([&] { league.db.update(player); }) == "home.at.x range");
}

TEST_CASE("values: decimals, durations, dates, one of, computed") {
  League league;
  const Player player = league.player();
  CHECK(player.fee == ochre::Decimal<9, 1>("12.5"));
  CHECK(player.half == ochre::Decimal<10, 1>("37.0"));
  CHECK(player.spent == std::chrono::minutes(90));
  CHECK(!player.age_digit);
  NewPlayer born{.tenant_id = league.tenant.id};
  born.born = std::chrono::sys_days(std::chrono::year(1987) / 6 / 5);
  CHECK(league.db.insert(born).age_digit == 7);
  born.born = std::chrono::sys_days(std::chrono::year(2100) / 1 / 1);
  CHECK(broken([&] { league.db.insert(born); }) == "born range");
  CHECK(broken([&] {
          league.db.insert(NewPlayer{.tenant_id = league.tenant.id, .fee = ochre::Decimal<9, 1>("0.7")});
        }) == "fee multiple_of");
  CHECK(broken([&] {
          league.db.insert(NewPlayer{.tenant_id = league.tenant.id, .weekday = std::int16_t{6}});
        }) == "weekday one_of");
  CHECK(broken([&] { league.db.insert(NewPlayer{.tenant_id = league.tenant.id, .site = "no url"}); }) ==
        "site url");
}

TEST_CASE("versions count, defaults order, deferred keys wait for the end of the transaction") {
  League league;
  Player first = league.player();
  Player stale = first;
  league.db.update(first);
  CHECK(first.version == 2);
  CHECK_THROWS_AS(league.db.update(stale), ochre::Conflict);
  league.db.transaction([&](ochre::Transaction& tx) {
    NewPlayer fan{.tenant_id = league.tenant.id};
    fan.favourite_tenant_id = league.tenant.id;
    fan.favourite_number = 2;
    tx.insert(fan);  // there is no such team yet
    tx.insert(NewTeam{.tenant_id = league.tenant.id, .number = 2, .name = "Second"});
  });
  CHECK(league.db.count(from(players).join(players.favourite).where(teams.number == 2)) == 1);
  NewPlayer orphan{.tenant_id = league.tenant.id};
  orphan.favourite_tenant_id = league.tenant.id;
  orphan.favourite_number = 77;
  CHECK_THROWS_AS(league.db.insert(orphan), ochre::ForeignKeyViolation);
}

TEST_CASE("parts of the schema in other files") {
  ochre::Database db = opened();
  const Word word = db.insert(NewWord{});
  const Part part = db.insert(NewPart{.word_id = word.id});
  CHECK(part.kind == Kind::One);
  db.erase(word);
  CHECK(db.find(parts, part.id)->word_id == std::nullopt);
}
