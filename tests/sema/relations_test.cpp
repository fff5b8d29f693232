#include "schema_of.hpp"

using namespace ochrec;
using namespace ochrec::test;
using model::RelationKind;

TEST_CASE("a relation makes its key fields in place") {
  const auto schema = schema_of(R"(
model User { id: int64 @id @auto }
model Post { id: uuid @id  author: User  editor: User? @on_delete(set_null)  title: string }
)");
  const auto& post = named(schema.models, "Post");
  CHECK(all_columns(post) == "id author_id editor_id? title");
  CHECK(post.fields[1].relation == 0U);
  CHECK(post.fields[1].type.is(model::Scalar::Int64));
  const auto& editor = named(post.relations, "editor");
  CHECK(editor.optional);
  CHECK(editor.on_delete == model::Action::SetNull);
  CHECK(columns_of(post, editor.columns) == "editor_id");
  CHECK(columns_of(schema.model(editor.target), editor.target_columns) == "id");
  CHECK(all_indexes(post) == "index(author_id) index(editor_id)");
}

TEST_CASE("composite and relation keys are copied part by part") {
  const auto schema = schema_of(R"(
model Tenant { code: string(8) @id }
model Order { tenant: Tenant  number: int32  id (tenant, number) }
model Line { order: Order  position: int16  product: string  id (order_tenant_code, order_number, position) }
)");
  const auto& order = named(schema.models, "Order");
  CHECK(all_columns(order) == "tenant_code number");
  CHECK(columns_of(order, order.key) == "tenant_code number");
  const auto& line = named(schema.models, "Line");
  CHECK(all_columns(line) == "order_tenant_code order_number position product");
  CHECK(columns_of(line, line.key) == "order_tenant_code order_number position");
  CHECK(line.columns[0].type.max_length == 8U);
  CHECK(columns_of(line, line.relations[0].columns) == "order_tenant_code order_number");
  CHECK(all_indexes(line).empty());  // the key starts with the relation's
}

TEST_CASE("a key's overridden column type follows it") {
  const auto schema = schema_of(R"(
model User { id: uuid @id @type(sqlite: "TEXT") }
model Profile { user: User @id  bio: string }
)");
  CHECK(named(schema.models, "Profile").fields[0].column_type.sqlite == "text");
}

TEST_CASE("@key uses declared fields, which relations may share") {
  const auto schema = schema_of(R"(
model Customer { tenant: int64  number: int64  id (tenant, number) }
model Invoice {
  id: int64 @id
  tenant: int64
  customer_number: int64
  payer_number: int64?
  customer: Customer @key(tenant, customer_number)
  payer: Customer? @key(tenant, payer_number)
}
)");
  const auto& invoice = named(schema.models, "Invoice");
  CHECK(all_columns(invoice) == "id tenant customer_number payer_number?");
  CHECK(columns_of(invoice, named(invoice.relations, "customer").columns) == "tenant customer_number");
  CHECK(columns_of(invoice, named(invoice.relations, "payer").columns) == "tenant payer_number");
  CHECK(!invoice.fields[1].relation);
}

TEST_CASE("other sides pair by name, or with the only relation left") {
  const auto schema = schema_of(R"(
model User {
  id: int64 @id
  posts: Post[]
  edited: Post.editor[]
  profile: Profile.user?
  boss: User?
  reports: User[]
}
model Post { id: int64 @id  author: User  editor: User? }
model Profile { user: User @id }
)");
  const auto& user = named(schema.models, "User");
  const auto& post = named(schema.models, "Post");
  const auto& posts = named(user.relations, "posts");
  CHECK(posts.kind == RelationKind::InverseMany);
  CHECK(post.relations.at(*posts.inverse).name == "author");
  CHECK(post.relations.at(*named(user.relations, "edited").inverse).name == "editor");
  CHECK(user.relations.at(*named(post.relations, "author").inverse).name == "posts");
  CHECK(named(user.relations, "profile").kind == RelationKind::InverseOne);
  CHECK(user.relations.at(*named(user.relations, "reports").inverse).name == "boss");
}

TEST_CASE("lists on both sides make a join model") {
  const auto schema = schema_of(R"(
model Tag { name: string(40) @id  posts: Post[] }
model Post { id: int64 @id  tags: Tag[] }
)");
  REQUIRE(schema.models.size() == 3);
  const auto& join = schema.models[2];
  CHECK(join.name == "PostTag");
  CHECK(join.table == "post_tags");
  CHECK(join.join);
  CHECK(all_columns(join) == "post_id tag_name");
  CHECK(columns_of(join, join.key) == "post_id tag_name");
  CHECK(join.relations[0].on_delete == model::Action::Cascade);
  CHECK(all_indexes(join) == "index(tag_name)");
  const auto& tags = named(named(schema.models, "Post").relations, "tags");
  CHECK(tags.kind == RelationKind::ManyToMany);
  CHECK(schema.model(tags.through).name == "PostTag");
  CHECK(join.relations.at(tags.near).name == "post");
  CHECK(join.relations.at(tags.far).name == "tag");
  CHECK(named(schema.models, "Tag").relations.at(*tags.inverse).name == "posts");
}

TEST_CASE("a relation with a key leaves many to many to the lists when it has an other side") {
  const auto schema = schema_of(R"(
model Tag { id: int64 @id  posts: Post[]  heads: Post.main[] }
model Post { id: int64 @id  main: Tag  tags: Tag[] }
)");
  CHECK(named(named(schema.models, "Post").relations, "tags").kind == RelationKind::ManyToMany);
}

TEST_CASE("a join model of one's own serves many to many of a model with itself") {
  const auto schema = schema_of(R"(
model User {
  id: int64 @id
  follows: User[] @through(Follow, follower, followed)
  followers: User[] @through(Follow, followed, follower)
}
model Follow { follower: User  followed: User  since: date  id (follower, followed) }
)");
  const auto& user = named(schema.models, "User");
  const auto& follow = named(schema.models, "Follow");
  const auto& follows = named(user.relations, "follows");
  CHECK(follow.relations.at(follows.near).name == "follower");
  CHECK(follow.relations.at(follows.far).name == "followed");
  CHECK(user.relations.at(*follows.inverse).name == "followers");
}

TEST_CASE("a relation's key is not indexed twice") {
  const auto schema = schema_of(R"(
model User { id: int64 @id }
model A { id: int64 @id  user: User @unique }
model B { id: int64 @id  user: User  title: string  index (user, title) }
model C { id: int64 @id  user: User  title: string  index (user) where title != "" }
model D { id: int64 @id  user: User  title: string  index (title, user) }
)");
  CHECK(all_indexes(named(schema.models, "A")) == "unique(user_id)");
  CHECK(all_indexes(named(schema.models, "B")) == "index(user_id title)");
  CHECK(all_indexes(named(schema.models, "C")) == "index(user_id)where index(user_id)");
  CHECK(all_indexes(named(schema.models, "D")) == "index(title user_id) index(user_id)");
}
